package org.waxwing.ui.compose;

import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.waxwing.app.compose.SealedRuns;
import org.waxwing.ui.text.Words;

/// Says under the text which of its lines come from sealed letters.
final class SealedMark extends Label {
    private static final Duration AFTER_TYPING = Duration.millis(400);

    private final Words words = Words.in(SealedMark.class);
    private final SealedGuard guard;
    private final PauseTransition soon = new PauseTransition(AFTER_TYPING);

    SealedMark(ComposeViewModel model) {
        this.guard = model.guard();
        setWrapText(true);
        getStyleClass().addAll("quiet-text", "sealed-mark");
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        soon.setOnFinished(_ -> draw());
        model.text().subscribe((_, _) -> soon.playFromStart());
        draw();
    }

    private void draw() {
        List<SealedRuns.Run> runs = guard.runs();
        String lines = runs.stream()
                .map(run -> run.first() == run.last()
                        ? words.of("sealedMark.line", run.first() + 1)
                        : words.of("sealedMark.lines", run.first() + 1, run.last() + 1))
                .collect(Collectors.joining(", "));
        setText(runs.isEmpty() ? "" : words.of("sealedMark", lines));
    }
}
