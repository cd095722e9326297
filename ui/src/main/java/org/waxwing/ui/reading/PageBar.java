package org.waxwing.ui.reading;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.waxwing.crypto.page.Notice;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Words;

/// Between the head and the text, out of the letter's reach: what the page leaves out, and the change
/// between plain and formatted.
final class PageBar extends HBox {
    PageBar(ReadingState.Shown shown, ReadingViewModel model) {
        Words words = Words.in(PageBar.class);
        boolean formatted = model.formatted().get();
        getStyleClass().add("page-bar");
        setAlignment(Pos.CENTER_LEFT);
        List<Notice> notices = shown.pages().shown(formatted).notices();
        VBox lines = new VBox();
        lines.getStyleClass().add("page-notices");
        HBox.setHgrow(lines, Priority.ALWAYS);
        line(lines, notices.stream().filter(NoticeWords::warns).toList(), shown, "amber-text");
        line(
                lines,
                notices.stream().filter(notice -> !NoticeWords.warns(notice)).toList(),
                shown,
                "quiet-text");
        getChildren().add(lines);
        if (shown.pages().formatted().isPresent()) {
            Button change = Buttons.quiet(
                    formatted ? words.of("page.plain") : words.of("page.formatted"),
                    () -> model.formatted().set(!formatted));
            change.setId("formatted");
            getChildren().add(change);
        }
    }

    /// Whether there is anything to show or to do.
    static boolean isNeeded(ReadingState.Shown shown, boolean formatted) {
        return shown.pages().formatted().isPresent()
                || !shown.pages().shown(formatted).notices().isEmpty();
    }

    private static void line(VBox lines, List<Notice> notices, ReadingState.Shown shown, String style) {
        if (!notices.isEmpty()) {
            NoticeWords sentences = new NoticeWords();
            String text = notices.stream()
                    .map(notice -> sentences.sentence(notice, shown.verdict().wasSealed()))
                    .collect(Collectors.joining(" "));
            Label label = Labels.styled(text, style);
            lines.getChildren().add(label);
        }
    }
}
