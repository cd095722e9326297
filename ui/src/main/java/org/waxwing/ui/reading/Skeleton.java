package org.waxwing.ui.reading;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Words;

/// Stands in for a letter that is being opened, with the way to stop it. Most letters open at once, and it
/// would only flicker: it is seen after a moment.
final class Skeleton extends VBox {
    private static final Duration MOMENT = Duration.millis(300);

    Skeleton(Runnable stop) {
        Words words = Words.in(Skeleton.class);
        getChildren().add(Labels.quiet(words.of("working")));
        for (int width : new int[] {420, 560, 500, 300}) {
            Region line = new Region();
            line.getStyleClass().add("skeleton");
            line.setMaxWidth(width);
            getChildren().add(line);
        }
        Button button = Buttons.plain(words.of("working.stop"), stop);
        button.setId("stop-opening");
        getChildren().add(button);
        getStyleClass().add("letter-page");
        setId("opening");
        setVisible(false);
        PauseTransition moment = new PauseTransition(MOMENT);
        moment.setOnFinished(_ -> setVisible(true));
        moment.play();
    }
}
