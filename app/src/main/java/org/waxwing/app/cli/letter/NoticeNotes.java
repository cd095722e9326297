package org.waxwing.app.cli.letter;

import java.util.List;
import org.waxwing.app.cli.letter.LetterReport.Note;
import org.waxwing.crypto.page.LetterContent;
import org.waxwing.crypto.page.Notice;

/// What the text of a report leaves out of a letter's HTML, or shows otherwise.
final class NoticeNotes {
    private NoticeNotes() {}

    /// Nothing for a letter that has plain text: that is shown whole. Reads the HTML once more.
    static List<Note> of(LetterContent content) {
        return content.plain()
                ? List.of()
                : content.page().notices().stream().map(NoticeNotes::of).toList();
    }

    private static Note of(Notice notice) {
        int count = notice.count();
        return switch (notice.kind()) {
            case HIDDEN_TEXT ->
                Note.fact(
                        "hidden-text",
                        count == 1
                                ? "A passage that its sender had hidden is left out."
                                : count + " passages that its sender had hidden are left out.");
            case FAINT_TEXT ->
                Note.fact("faint-text", "Some text had the colour of its ground; it is shown so that it can be read.");
            case REMOTE_PICTURES ->
                Note.fact("remote-pictures", "Pictures on other computers: " + count + ". They are not loaded.");
            case TRACKING_PIXELS ->
                Note.fact(
                        "tracking-pixels",
                        "Pictures too small to see, which mostly report that you read this: " + count
                                + ". They are not loaded.");
            case REFUSED_PICTURES ->
                Note.fact(
                        "refused-pictures",
                        "Pictures that are too large, missing, or not what they say: " + count + ".");
            case ACTIVE_CONTENT -> Note.fact("active-content", "Scripts, forms and embedded things are left out.");
            case LINK_GOES_ELSEWHERE ->
                Note.fact(
                        "link-goes-elsewhere",
                        count == 1
                                ? "A link names another place than the one it leads to."
                                : count + " links name other places than those they lead to.");
            case DIRECTION_MARKS ->
                Note.fact(
                        "direction-marks",
                        "Characters that turn the direction of writing are shown as what they are: " + count + ".");
            case CUT_SHORT -> Note.fact("cut-short", "The letter is longer than what is shown; the rest is left out.");
        };
    }
}
