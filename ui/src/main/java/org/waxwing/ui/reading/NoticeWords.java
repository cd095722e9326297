package org.waxwing.ui.reading;

import org.waxwing.crypto.page.Notice;
import org.waxwing.ui.text.Words;

/// One sentence for each thing that a page leaves out or shows otherwise.
final class NoticeWords {
    private final Words words = Words.in(NoticeWords.class);

    /// @param sealed the letter was sealed, so nothing in it is ever loaded
    String sentence(Notice notice, boolean sealed) {
        int count = notice.count();
        return switch (notice.kind()) {
            case HIDDEN_TEXT -> words.of("notice.hiddenText", count);
            case FAINT_TEXT -> words.of("notice.faintText");
            case REMOTE_PICTURES ->
                sealed ? words.of("notice.remotePicturesSealed", count) : words.of("notice.remotePictures", count);
            case TRACKING_PIXELS -> words.of("notice.trackingPixels", count);
            case REFUSED_PICTURES -> words.of("notice.refusedPictures", count);
            case ACTIVE_CONTENT -> words.of("notice.activeContent");
            case LINK_GOES_ELSEWHERE -> words.of("notice.linkElsewhere", count);
            case DIRECTION_MARKS -> words.of("notice.directionMarks", count);
            case CUT_SHORT -> words.of("notice.cutShort");
        };
    }

    /// Whether somebody may have meant to deceive.
    static boolean warns(Notice notice) {
        return switch (notice.kind()) {
            case LINK_GOES_ELSEWHERE, DIRECTION_MARKS -> true;
            case HIDDEN_TEXT,
                    FAINT_TEXT,
                    REMOTE_PICTURES,
                    TRACKING_PIXELS,
                    REFUSED_PICTURES,
                    ACTIVE_CONTENT,
                    CUT_SHORT -> false;
        };
    }
}
