package org.waxwing.ui.people;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Standing;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.FingerprintLabel;
import org.waxwing.ui.control.Initial;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.shield.Marks;
import org.waxwing.ui.shield.ReadinessWords;
import org.waxwing.ui.shield.Signers;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// An address card as a page: who, how well known, how to check it, and its history.
public final class PersonView extends VBox {
    private final Words words = Words.in(PersonView.class);
    private final PersonViewModel model;
    private final Runnable write;
    private final Dates dates;
    private final ReadinessWords standings;
    private final VBox body = new VBox();

    public PersonView(PersonViewModel model, Runnable write, Dates dates) {
        this.model = model;
        this.write = write;
        this.dates = dates;
        this.standings = new ReadinessWords(dates);
        getStyleClass().add("page");
        body.getStyleClass().add("person");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(words.of("page"));
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        model.card().subscribe(this::draw);
        model.confirmedBy().subscribe(_ -> draw(model.card().get()));
    }

    private void draw(@Nullable Card card) {
        body.getChildren().clear();
        if (card == null) {
            return;
        }
        String name = Signers.name(card.userIds());
        Label title = Labels.title(name);
        Label standing = new Label(standings.standing(card.standing()), Marks.standing(card.standing()));
        standing.getStyleClass().add("state-word");
        VBox lines = new VBox(title, standing);
        HBox.setHgrow(lines, Priority.ALWAYS);
        Button writeTo = Buttons.primary(words.of("write", name), write);
        HBox top = new HBox(new Initial(name), lines, writeTo);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("sender-row");
        body.getChildren().add(top);
        section(words.of("addresses"));
        card.userIds().forEach(id -> body.getChildren().add(Labels.text(Signers.plain(id.text()))));
        section(words.of("since"));
        body.getChildren()
                .add(Labels.text(card.expires()
                        .map(end -> words.of("knownAndEnds", dates.day(card.knownSince()), dates.day(end)))
                        .orElse(words.of("known", dates.day(card.knownSince())))));
        model.confirmedBy()
                .get()
                .ifPresent(authority ->
                        body.getChildren().add(Labels.text(words.of("confirmed", Signers.plain(authority)))));
        card.usability()
                .objections()
                .forEach(objection ->
                        body.getChildren().add(Labels.styled(standings.objection(objection), "amber-text")));
        section(words.of("check"));
        body.getChildren().add(Labels.text(words.of("check.how", name)));
        body.getChildren().add(new FingerprintLabel(card.fingerprint()));
        body.getChildren().add(decisions(card, name));
        if (!card.history().isEmpty()) {
            section(words.of("history"));
            card.history()
                    .forEach(step -> body.getChildren()
                            .add(Labels.quiet(words.of(
                                    "history.line",
                                    dates.day(step.at()),
                                    standings.standing(step.standing()),
                                    step.evidence()))));
        }
    }

    private HBox decisions(Card card, String name) {
        HBox row = new HBox();
        row.getStyleClass().add("sheet-buttons");
        switch (card.standing()) {
            case OWN -> {}
            case CHECKED -> row.getChildren().add(stop(name));
            case FOUND, ACCEPTED -> row.getChildren().addAll(matches(name), stop(name));
            case REJECTED ->
                row.getChildren()
                        .add(Buttons.plain(
                                words.of("use"), () -> model.decide(Standing.ACCEPTED, words.of("evidence.use"))));
        }
        return row;
    }

    private Button matches(String name) {
        return Buttons.plain(
                words.of("matches"), () -> model.decide(Standing.CHECKED, words.of("evidence.matches", name)));
    }

    private Button stop(String name) {
        return Buttons.quiet(words.of("stop"), () -> model.decide(Standing.REJECTED, words.of("evidence.stop", name)));
    }

    private void section(String title) {
        body.getChildren().add(Labels.styled(title, "drawer-section"));
    }
}
