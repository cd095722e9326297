package org.waxwing.ui.onboarding;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.outbox.ConnectionWords;
import org.waxwing.ui.text.Words;

/// One page of the first run: a title, what it is for, its fields, the hitch if there is one, its buttons.
final class StepPage extends VBox {
    private final Words words = Words.in(StepPage.class);
    private final ConnectionWords connections = new ConnectionWords();
    private final HBox buttons = new HBox();

    StepPage(OnboardingViewModel model, String title, String text, Node... fields) {
        getStyleClass().add("step");
        Label problem = Labels.styled("", "amber-text");
        problem.setId("hitch");
        problem.textProperty().bind(model.hitch().map(this::words));
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        buttons.getStyleClass().add("step-buttons");
        buttons.disableProperty().bind(model.busy());
        getChildren().addAll(Labels.title(title), Labels.text(text));
        getChildren().addAll(fields);
        getChildren().addAll(problem, buttons);
    }

    /// Puts buttons at the foot of the page, the main one first.
    StepPage with(Node... shown) {
        buttons.getChildren().addAll(shown);
        return this;
    }

    private String words(Hitch hitch) {
        return switch (hitch) {
            case Hitch.None _ -> "";
            case Hitch.NameMissing _ -> words.of("hitch.name");
            case Hitch.NoAddress _ -> words.of("hitch.address");
            case Hitch.TooShort _ -> words.of("hitch.tooShort", OnboardingViewModel.SHORTEST_PASSPHRASE);
            case Hitch.NotTheSame _ -> words.of("hitch.notTheSame");
            case Hitch.AlreadyThere _ -> words.of("hitch.alreadyThere");
            case Hitch.Damaged(String why) -> words.of("hitch.damaged", why);
            case Hitch.ServerIncomplete _ -> words.of("hitch.server");
            case Hitch.PasswordMissing _ -> words.of("hitch.password");
            case Hitch.NotConnected(var problem) -> connections.sentence(problem);
            case Hitch.Broken _ -> words.of("hitch.broken");
            case Hitch.TestNotSent _ -> words.of("hitch.testNotSent");
        };
    }
}
