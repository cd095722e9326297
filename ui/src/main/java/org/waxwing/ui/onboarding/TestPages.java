package org.waxwing.ui.onboarding;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.outbox.OutboxWords;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// A sealed letter to oneself, and how it went.
final class TestPages {
    private final Words words = Words.in(TestPages.class);
    private final OnboardingViewModel model;
    private final OutboxWords states;

    TestPages(OnboardingViewModel model, Dates dates) {
        this.model = model;
        this.states = new OutboxWords(dates);
    }

    Node ask(Step.TestLetter letter) {
        Button send = Buttons.primary(
                words.of("test.send"), () -> model.sendTest(words.of("test.subject"), words.of("test.letter")));
        send.setId("next");
        send.setDefaultButton(true);
        Label working = Labels.quiet(words.of("test.working"));
        working.visibleProperty().bind(model.busy());
        working.managedProperty().bind(model.busy());
        return new StepPage(
                        model,
                        words.of("test.title"),
                        words.of("test.text", model.address().get()),
                        LeftOut.label(letter.leftOut()),
                        working)
                .with(send, Buttons.quiet(words.of("test.later"), model::finish));
    }

    Node tested(Step.Tested tested) {
        VBox entries = new VBox();
        entries.getStyleClass().add("card");
        tested.entries().forEach(entry -> entries.getChildren().add(Labels.text(states.sentence(entry.state()))));
        Button open = Buttons.primary(words.of("test.open"), model::finish);
        open.setId("next");
        open.setDefaultButton(true);
        return new StepPage(model, words.of("test.doneTitle"), words.of("test.doneText"), entries).with(open);
    }
}
