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
import org.waxwing.crypto.page.Page;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Words;

/// Between the head and the text, out of the letter's reach: what the page leaves out, and the change
/// between plain and formatted.
final class PageBar extends HBox {
    /// @param page what is shown of the letter
    PageBar(ReadingState.Shown shown, Page page, ReadingViewModel model) {
        Words words = Words.in(PageBar.class);
        boolean formatted = model.formatted().get();
        getStyleClass().add("page-bar");
        setAlignment(Pos.CENTER_LEFT);
        List<Notice> notices = told(shown, page, formatted);
        VBox lines = new VBox();
        lines.getStyleClass().add("page-notices");
        HBox.setHgrow(lines, Priority.ALWAYS);
        line(lines, notices.stream().filter(NoticeWords::warns).toList(), shown, "amber-text");
        line(
                lines,
                notices.stream().filter(notice -> !NoticeWords.warns(notice)).toList(),
                shown,
                "quiet-text");
        int inside = shown.inside().letters().size();
        if (inside > 0) {
            lines.getChildren().add(Labels.quiet(words.of("enclosed.count", inside)));
        }
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
    static boolean isNeeded(ReadingState.Shown shown, Page page, boolean formatted) {
        return shown.pages().formatted().isPresent()
                || !told(shown, page, formatted).isEmpty()
                || !shown.inside().letters().isEmpty();
    }

    /// What the bar of the pictures says need not be said twice.
    private static List<Notice> told(ReadingState.Shown shown, Page page, boolean formatted) {
        boolean said = PicturesBar.isNeeded(shown, formatted);
        return page.notices().stream()
                .filter(notice -> !said || notice.kind() != Notice.Kind.REMOTE_PICTURES)
                .toList();
    }

    private static void line(VBox lines, List<Notice> notices, ReadingState.Shown shown, String style) {
        if (!notices.isEmpty()) {
            NoticeWords sentences = new NoticeWords();
            String text = notices.stream()
                    .map(notice -> sentences.sentence(notice, shown.wasSealed()))
                    .collect(Collectors.joining(" "));
            Label label = Labels.styled(text, style);
            lines.getChildren().add(label);
        }
    }
}
