package org.waxwing.ui.onboarding;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.control.PassphraseField;
import org.waxwing.ui.shield.Marks;
import org.waxwing.ui.text.Words;

/// One field and one button.
public final class UnlockView extends StackPane {
    private final Words words = Words.in(UnlockView.class);
    private final PassphraseField passphrase;

    public UnlockView(UnlockViewModel model) {
        getStyleClass().add("backdrop");
        passphrase = new PassphraseField(words.of("unlock.passphrase"));
        passphrase.setId("passphrase");
        Button unlock = Buttons.primary(words.of("unlock"), () -> open(model));
        unlock.setId("unlock");
        unlock.setDefaultButton(true);
        unlock.setMaxWidth(Double.MAX_VALUE);
        unlock.disableProperty().bind(model.state().map(state -> state instanceof UnlockState.Opening));
        passphrase.disableProperty().bind(unlock.disableProperty());
        Label problem = Labels.styled("", "amber-text");
        problem.textProperty().bind(model.state().map(this::words));
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        StackPane seal = new StackPane(Marks.seal());
        seal.getStyleClass().add("big-seal");
        VBox card = new VBox(
                seal,
                Labels.title(words.of("unlock.title")),
                Labels.quiet(words.of("unlock.text")),
                Labels.named(words.of("unlock.passphrase"), passphrase),
                problem,
                unlock);
        card.getStyleClass().addAll("step", "narrow-step");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
    }

    /// Puts the cursor into the field.
    public void begin() {
        passphrase.requestFocus();
    }

    private void open(UnlockViewModel model) {
        model.unlock(passphrase.take());
        passphrase.requestFocus();
    }

    private String words(UnlockState state) {
        return switch (state) {
            case UnlockState.Waiting _, UnlockState.Open _ -> "";
            case UnlockState.Opening _ -> words.of("unlock.opening");
            case UnlockState.Wrong _ -> words.of("unlock.wrong");
            case UnlockState.Damaged(String why) -> words.of("unlock.damaged", why);
            case UnlockState.Missing _ -> words.of("unlock.missing");
        };
    }
}
