package org.waxwing.ui.onboarding;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.control.PassphraseField;
import org.waxwing.ui.text.Words;

/// What happens when this computer is lost: three answers, none of them silent.
final class SafePages {
    private final Words words = Words.in(SafePages.class);
    private final OnboardingViewModel model;
    private final OnboardingActions actions;

    SafePages(OnboardingViewModel model, OnboardingActions actions) {
        this.model = model;
        this.actions = actions;
    }

    Node choose() {
        Button sheet = Buttons.primary(
                words.of("safe.sheet"),
                () -> actions.whereToSave(words.of("safe.fileName")).ifPresent(model::saveWithDigits));
        sheet.setId("next");
        PassphraseField passphrase = new PassphraseField(words.of("safe.passphrase"));
        Button file = Buttons.plain(words.of("safe.file"), () -> {
            if (model.longEnough(passphrase.getLength())) {
                actions.whereToSave(words.of("safe.fileName"))
                        .ifPresent(target -> model.saveBackup(target, passphrase.take()));
            }
        });
        file.disableProperty().bind(model.busy());
        Button risk = Buttons.plain(words.of("safe.risk"), model::safeEnough);
        risk.setId("risk");
        risk.disableProperty().bind(model.busy());
        VBox other = new VBox(
                Labels.styled(words.of("safe.fileTitle"), "card-title"),
                Labels.quiet(words.of("safe.fileText")),
                Labels.named(words.of("safe.passphrase"), passphrase),
                file);
        other.getStyleClass().add("card");
        VBox nothing = new VBox(
                Labels.styled(words.of("safe.riskTitle"), "card-title"), Labels.quiet(words.of("safe.riskText")), risk);
        nothing.getStyleClass().add("card");
        StepPage page = new StepPage(model, words.of("safe.title"), words.of("safe.text")).with(sheet);
        page.getChildren().addAll(other, nothing);
        return page;
    }

    Node digits(Step.RecoveryDigits digits) {
        TextArea shown = new TextArea(digits.digits().replaceAll("((?:\\d+\\s){3})", "$1\n"));
        shown.setEditable(false);
        shown.setWrapText(true);
        shown.setPrefRowCount(3);
        shown.setAccessibleText(words.of("digits.spoken", digits.digits()));
        shown.getStyleClass().add("digits");
        CheckBox written = new CheckBox(words.of("digits.written"));
        written.setAccessibleText(words.of("digits.written"));
        written.setId("written");
        Button next = Buttons.primary(words.of("next"), model::safeEnough);
        next.setId("next");
        next.disableProperty().bind(written.selectedProperty().not());
        return new StepPage(
                        model,
                        words.of("digits.title"),
                        words.of("digits.text"),
                        shown,
                        Labels.quiet(words.of("digits.opens", model.address().get())),
                        LeftOut.label(digits.leftOut()),
                        written)
                .with(next, Buttons.quiet(words.of("back"), model::back));
    }
}
