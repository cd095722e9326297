package org.waxwing.ui.outbox;

import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.Outbox.Entry;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Icons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.shield.Marks;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// The outbox as a page: one card for each letter on its way.
public final class OutboxView extends VBox {
    private final Words words = Words.in(OutboxView.class);
    private final OutboxViewModel model;
    private final OutboxWords states;
    private final VBox cards = new VBox();

    public OutboxView(OutboxViewModel model, Dates dates) {
        this.model = model;
        this.states = new OutboxWords(dates);
        getStyleClass().add("page");
        Label title = Labels.title(words.of("title"));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button handOver = Buttons.plain(words.of("handOverNow"), model::handOverWaiting);
        handOver.disableProperty().bind(model.busy());
        HBox top = new HBox(title, handOver);
        top.setAlignment(Pos.CENTER_LEFT);
        cards.getStyleClass().add("cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(words.of("title"));
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, Labels.quiet(words.of("about")), scroll);
        model.entries().addListener((ListChangeListener<Entry>) _ -> draw());
        draw();
    }

    private void draw() {
        cards.getChildren().setAll(model.entries().stream().map(this::card).toList());
        if (cards.getChildren().isEmpty()) {
            VBox nothing =
                    new VBox(Labels.styled(words.of("empty.title"), "empty-title"), Labels.quiet(words.of("empty")));
            nothing.getStyleClass().add("empty");
            cards.getChildren().add(nothing);
        }
    }

    private VBox card(Entry entry) {
        Label subject =
                Labels.styled(entry.subject().isBlank() ? words.of("subject.none") : entry.subject(), "card-title");
        HBox.setHgrow(subject, Priority.ALWAYS);
        subject.setMaxWidth(Double.MAX_VALUE);
        Label state = new Label(states.word(entry.state()), icon(entry.state()));
        state.getStyleClass().addAll("state-word", tone(entry.state()));
        state.setMinWidth(USE_PREF_SIZE);
        HBox top = new HBox(entry.sealed() ? Marks.seal() : Marks.postcard(), subject, state);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("card-top");
        String people = entry.recipients().stream().map(AddrSpec::text).collect(Collectors.joining(", "));
        VBox card = new VBox(
                top,
                Labels.quiet(entry.sealed() ? words.of("to.sealed", people) : words.of("to.postcard", people)),
                Labels.text(states.sentence(entry.state())));
        HBox actions = actions(entry);
        if (!actions.getChildren().isEmpty()) {
            card.getChildren().add(actions);
        }
        card.getStyleClass().add("card");
        return card;
    }

    private HBox actions(Entry entry) {
        HBox row = new HBox();
        row.getStyleClass().add("sheet-buttons");
        switch (entry.state()) {
            case Outbox.State.Waiting _ ->
                row.getChildren().add(Buttons.plain(words.of("discard"), () -> model.discard(entry.id())));
            case Outbox.State.HandedOver _ -> {}
            case Outbox.State.Failed _ ->
                row.getChildren()
                        .addAll(
                                Buttons.plain(words.of("again"), () -> model.again(entry.id())),
                                Buttons.quiet(words.of("discard"), () -> model.discard(entry.id())));
            case Outbox.State.Unconfirmed _ ->
                row.getChildren()
                        .addAll(
                                Buttons.plain(words.of("again"), () -> model.again(entry.id())),
                                Buttons.plain(words.of("arrived"), () -> model.arrived(entry.id())));
        }
        row.getChildren().forEach(button -> button.disableProperty().bind(model.busy()));
        return row;
    }

    private static FontIcon icon(Outbox.State state) {
        return Icons.of(
                switch (state) {
                    case Outbox.State.Waiting _ -> Feather.CLOCK;
                    case Outbox.State.HandedOver _ -> Feather.CHECK;
                    case Outbox.State.Failed _ -> Feather.ALERT_TRIANGLE;
                    case Outbox.State.Unconfirmed _ -> Feather.HELP_CIRCLE;
                });
    }

    private static String tone(Outbox.State state) {
        return switch (state) {
            case Outbox.State.Waiting _, Outbox.State.HandedOver _ -> "tone-plain";
            case Outbox.State.Failed _ -> "tone-red";
            case Outbox.State.Unconfirmed _ -> "tone-amber";
        };
    }
}
