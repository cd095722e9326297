package org.waxwing.ui.compose;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.app.trust.Readiness;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.shield.Marks;
import org.waxwing.ui.shield.ReadinessWords;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// One recipient: shape, name, and a word where something is not as usual. Enter tells the whole sentence,
/// Delete takes the person out.
final class RecipientChip extends HBox {
    private final Words words = Words.in(RecipientChip.class);

    RecipientChip(Recipient recipient, Dates dates, Runnable tell, Runnable remove) {
        ReadinessWords readiness = new ReadinessWords(dates);
        String sentence = recipient
                .readiness()
                .map(known -> readiness.sentence(recipient.name(), known))
                .orElse(words.of("chip.asking", recipient.name()));
        Button body = new Button(recipient.name());
        recipient.readiness().ifPresent(known -> {
            HBox face = new HBox(Marks.readiness(known));
            face.getStyleClass().add("chip-face");
            body.setGraphic(face);
        });
        body.setAccessibleText(words.of("chip.spoken", recipient.name(), sentence));
        body.setTooltip(new Tooltip(sentence));
        body.setOnAction(_ -> tell.run());
        body.getStyleClass().addAll("flat", "chip-body");
        body.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                event.consume();
                remove.run();
            }
        });
        getStyleClass().add("chip");
        getChildren().add(body);
        recipient
                .readiness()
                .map(readiness::word)
                .filter(word -> !word.isEmpty())
                .ifPresent(word -> {
                    Label why = new Label(word);
                    why.getStyleClass().add("chip-word");
                    getChildren().add(why);
                });
        recipient.readiness().ifPresent(known -> {
            if (!(known instanceof Readiness.Ready)) {
                getStyleClass().add("chip-not-ready");
            }
        });
        Button out = Buttons.icon(Feather.X, words.of("chip.remove", recipient.name()), remove);
        out.setFocusTraversable(false);
        out.getStyleClass().add("chip-remove");
        getChildren().add(out);
    }
}
