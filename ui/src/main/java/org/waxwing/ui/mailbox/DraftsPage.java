package org.waxwing.ui.mailbox;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.Drafts;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// Letters that were begun.
final class DraftsPage extends VBox {
    private final Words words = Words.in(DraftsPage.class);
    private final MailboxViewModel model;
    private final MailboxActions actions;
    private final Dates dates;
    private final VBox cards = new VBox();

    DraftsPage(MailboxViewModel model, MailboxActions actions, Dates dates) {
        this.model = model;
        this.actions = actions;
        this.dates = dates;
        getStyleClass().add("page");
        cards.getStyleClass().add("cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(words.of("drafts"));
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(Labels.title(words.of("drafts")), Labels.quiet(words.of("drafts.about")), scroll);
        model.drafts().addListener((ListChangeListener<Drafts.Kept>) _ -> draw());
        draw();
    }

    private void draw() {
        cards.getChildren().setAll(model.drafts().stream().map(this::card).toList());
        if (cards.getChildren().isEmpty()) {
            VBox nothing = new VBox(
                    Labels.styled(words.of("drafts.empty"), "empty-title"), Labels.quiet(words.of("drafts.emptyText")));
            nothing.getStyleClass().add("empty");
            cards.getChildren().add(nothing);
        }
    }

    private VBox card(Drafts.Kept kept) {
        Draft draft = kept.draft();
        String subject = draft.subject().isBlank() ? words.of("subject.none") : draft.subject();
        String people = Stream.of(draft.to(), draft.cc(), draft.bcc())
                .flatMap(List::stream)
                .map(person -> person.displayName().isEmpty() ? person.address().text() : person.displayName())
                .collect(Collectors.joining(", "));
        Label title = Labels.styled(subject, "card-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button open = Buttons.plain(words.of("drafts.goOn"), () -> actions.goOn(kept));
        open.setAccessibleText(words.of("drafts.goOnSpoken", subject));
        HBox top = new HBox(title, open);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(
                top,
                Labels.quiet(
                        people.isEmpty()
                                ? words.of("drafts.changed", dates.full(kept.changed()))
                                : words.of("drafts.to", people, dates.full(kept.changed()))));
        card.getStyleClass().add("card");
        return card;
    }
}
