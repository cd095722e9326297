package org.waxwing.ui.mailbox;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.app.compose.Drafts;
import org.waxwing.app.mailbox.Letters.Folder;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.trust.Card;
import org.waxwing.ui.control.Icons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.shield.Marks;
import org.waxwing.ui.shield.ReadinessWords;
import org.waxwing.ui.shield.Signers;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// Folders and people on the left.
final class Rail extends ScrollPane {
    private static final int MOST_PEOPLE = 40;

    private final Words words = Words.in(Rail.class);
    private final MailboxViewModel model;
    private final ObservableList<Outbox.Entry> outbox;
    private final ReadinessWords standings;
    private final VBox rows = new VBox();

    Rail(MailboxViewModel model, ObservableList<Outbox.Entry> outbox, Dates dates) {
        this.model = model;
        this.outbox = outbox;
        this.standings = new ReadinessWords(dates);
        rows.getStyleClass().add("rail-rows");
        setContent(rows);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText(words.of("rail"));
        getStyleClass().add("rail");
        model.folders().addListener((ListChangeListener<Folder>) _ -> draw());
        model.cards().addListener((ListChangeListener<Card>) _ -> draw());
        model.drafts().addListener((ListChangeListener<Drafts.Kept>) _ -> draw());
        outbox.addListener((ListChangeListener<Outbox.Entry>) _ -> draw());
        model.place().subscribe(_ -> draw());
    }

    private void draw() {
        rows.getChildren().clear();
        List<Folder> folders = model.folders();
        folders.stream().filter(folder -> folder.kind() == Folder.Kind.INBOX).forEach(this::folder);
        long waiting = outbox.stream()
                .filter(entry -> !(entry.state() instanceof Outbox.State.HandedOver))
                .count();
        row(Icons.of(Feather.EDIT_3), words.of("drafts"), model.drafts().size(), new Place.InDrafts(), "");
        row(Icons.of(Feather.SEND), words.of("outbox"), (int) waiting, new Place.InOutbox(), "");
        folders.stream().filter(folder -> folder.kind() != Folder.Kind.INBOX).forEach(this::folder);
        if (!model.cards().isEmpty()) {
            rows.getChildren().add(Labels.styled(words.of("people"), "rail-section"));
            model.cards().stream().limit(MOST_PEOPLE).forEach(this::person);
        }
    }

    private void folder(Folder folder) {
        String name = switch (folder.kind()) {
            case INBOX -> words.of("inbox");
            case SENT -> words.of("sent");
            case OTHER -> folder.name();
        };
        Feather icon = switch (folder.kind()) {
            case INBOX -> Feather.INBOX;
            case SENT -> Feather.CHECK_CIRCLE;
            case OTHER -> Feather.FOLDER;
        };
        row(Icons.of(icon), name, folder.unread(), new Place.InFolder(folder), "");
    }

    private void person(Card card) {
        row(
                Marks.standing(card.standing()),
                Signers.name(card.userIds()),
                0,
                new Place.OnePerson(card),
                standings.standing(card.standing()));
    }

    private void row(Node mark, String name, int count, Place place, String about) {
        Label text = new Label(name);
        text.getStyleClass().add("rail-name");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox face = new HBox(mark, text);
        face.getStyleClass().add("rail-face");
        if (count > 0) {
            Label number = new Label(String.valueOf(count));
            number.getStyleClass().add("rail-count");
            number.setMinWidth(Region.USE_PREF_SIZE);
            face.getChildren().add(number);
        }
        ToggleButton row = new ToggleButton();
        row.setGraphic(face);
        row.setMaxWidth(Double.MAX_VALUE);
        face.prefWidthProperty().bind(row.widthProperty().subtract(24));
        row.setSelected(isOpen(place));
        row.setAccessibleText(
                about.isEmpty() ? words.of("rail.spoken", name, count) : words.of("rail.personSpoken", name, about));
        row.setOnAction(_ -> {
            row.setSelected(true);
            model.go(place);
        });
        row.getStyleClass().add("rail-row");
        rows.getChildren().add(row);
    }

    private boolean isOpen(Place place) {
        Optional<Place> open = model.place().get();
        return switch (place) {
            case Place.InFolder(Folder folder) ->
                open.filter(now -> now instanceof Place.InFolder(Folder other)
                                && other.id().equals(folder.id()))
                        .isPresent();
            case Place.InDrafts _ ->
                open.filter(Place.InDrafts.class::isInstance).isPresent();
            case Place.InOutbox _ ->
                open.filter(Place.InOutbox.class::isInstance).isPresent();
            case Place.OnePerson(Card card) ->
                open.filter(now -> now instanceof Place.OnePerson(Card other)
                                && other.fingerprint().equals(card.fingerprint()))
                        .isPresent();
        };
    }
}
