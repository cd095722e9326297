package org.waxwing.ui.mailbox;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.app.mailbox.Letters.Folder;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Icons;
import org.waxwing.ui.outbox.ConnectionWords;
import org.waxwing.ui.outbox.OutboxView;
import org.waxwing.ui.outbox.OutboxViewModel;
import org.waxwing.ui.people.PersonView;
import org.waxwing.ui.people.PersonViewModel;
import org.waxwing.ui.reading.People;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.reading.ReadingView;
import org.waxwing.ui.reading.ReadingViewModel;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// The window's usual face: bar above, rail left, list, and the letter.
public final class MailboxView extends BorderPane {
    private static final double TWO_PANES_BELOW = 1100;

    private final Words words = Words.in(MailboxView.class);
    private final ConnectionWords connections = new ConnectionWords();
    private final MailboxViewModel model;
    private final ReadingViewModel reading;
    private final OutboxView outboxView;
    private final PersonViewModel person;
    private final MailboxActions actions;
    private final People people;
    private final Dates dates;
    private final ReadingView letter;
    private final Rail rail;
    private final SplitPane panes = new SplitPane();
    private Optional<LetterList> list = Optional.empty();
    private Optional<Node> page = Optional.empty();

    public MailboxView(
            MailboxViewModel model,
            ReadingViewModel reading,
            ReadingView letter,
            OutboxViewModel outbox,
            PersonViewModel person,
            SealEndViewModel sealEnd,
            MailboxActions actions,
            People people,
            Dates dates) {
        this.model = model;
        this.reading = reading;
        this.letter = letter;
        this.outboxView = new OutboxView(outbox, dates);
        this.person = person;
        this.actions = actions;
        this.people = people;
        this.dates = dates;
        this.rail = new Rail(model, outbox.entries(), dates);
        getStyleClass().add("mailbox");
        panes.getStyleClass().add("panes");
        setTop(new VBox(bar(), new SealEndBanner(sealEnd, dates)));
        setLeft(rail);
        setCenter(panes);
        model.place().subscribe(this::open);
        reading.state().subscribe(_ -> arrange());
        widthProperty().subscribe(_ -> arrange());
    }

    private HBox bar() {
        Button write = Buttons.primary(words.of("write"), actions::write);
        write.setGraphic(Icons.of(Feather.EDIT_2));
        write.setId("write");
        Button check = Buttons.plain(words.of("check"), model::fetch);
        check.setGraphic(Icons.of(Feather.REFRESH_CW));
        check.setId("check");
        check.disableProperty().bind(model.mail().map(state -> state instanceof MailState.Fetching));
        Label status = new Label();
        status.getStyleClass().add("quiet-text");
        status.textProperty().bind(model.mail().map(this::words));
        HBox.setHgrow(status, Priority.ALWAYS);
        status.setMaxWidth(Double.MAX_VALUE);
        Button look = Buttons.icon(Feather.MOON, words.of("look"), actions::switchLook);
        look.setId("look");
        HBox bar = new HBox(write, check, status, look);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private String words(MailState state) {
        return switch (state) {
            case MailState.Quiet _ -> "";
            case MailState.Fetching _ -> words.of("mail.fetching");
            case MailState.Fetched(int newLetters) -> words.of("mail.fetched", newLetters);
            case MailState.Failed failed -> connections.sentence(failed.problem());
            case MailState.SendOnly _ -> words.of("mail.sendOnly");
        };
    }

    private void open(Optional<Place> place) {
        list = Optional.empty();
        page = Optional.empty();
        reading.clear();
        place.ifPresent(now -> {
            switch (now) {
                case Place.InFolder(Folder folder) ->
                    list = Optional.of(new LetterList(model, reading, folder, people, dates));
                case Place.InDrafts _ -> page = Optional.of(new DraftsPage(model, actions, dates));
                case Place.InOutbox _ -> page = Optional.of(outboxView);
                case Place.OnePerson(var card) -> {
                    person.show(card);
                    page = Optional.of(new PersonView(
                            person, () -> actions.writeTo(person.card().get()), dates));
                }
            }
        });
        arrange();
    }

    /// Shows a page, such as the composer, in place of list and letter.
    public void openPage(Node shown) {
        page = Optional.of(shown);
        arrange();
    }

    /// Back to the place that is open in the rail.
    public void closePage() {
        if (page.isPresent() && list.isPresent()) {
            page = Optional.empty();
            arrange();
            focusList();
        } else {
            open(model.place().get());
        }
    }

    /// The row after or before the one that is chosen.
    public void step(int by) {
        list.ifPresent(rows -> rows.step(by));
    }

    public void focusList() {
        list.ifPresent(LetterList::focusRows);
    }

    private void arrange() {
        boolean narrow = getWidth() > 0 && getWidth() < TWO_PANES_BELOW;
        if (page.isPresent()) {
            show(page.get());
        } else if (list.isPresent()) {
            boolean letterOpen = !(reading.state().get() instanceof ReadingState.Nothing);
            if (!narrow) {
                showBoth(list.get());
            } else {
                list.get().setMaxWidth(Double.MAX_VALUE);
                show(letterOpen ? letter : list.get());
            }
        } else {
            panes.getItems().clear();
        }
    }

    private void show(Node only) {
        if (panes.getItems().size() != 1 || !panes.getItems().getFirst().equals(only)) {
            panes.getItems().setAll(only);
        }
    }

    private void showBoth(LetterList rows) {
        if (panes.getItems().size() == 2 && panes.getItems().getFirst().equals(rows)) {
            return;
        }
        rows.setMinWidth(300);
        rows.setPrefWidth(360);
        rows.setMaxWidth(480);
        letter.setMinWidth(Region.USE_COMPUTED_SIZE);
        SplitPane.setResizableWithParent(rows, false);
        panes.getItems().setAll(rows, letter);
        panes.setDividerPositions(360.0 / Math.max(800, getWidth() - 224));
    }
}
