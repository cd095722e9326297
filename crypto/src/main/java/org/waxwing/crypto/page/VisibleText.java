package org.waxwing.crypto.page;

import java.util.Locale;
import org.waxwing.crypto.mime.PlainText;

/// Text in which nothing is invisible and nothing pulls other text about: overrides of the direction of
/// writing are shown as what they are, characters without width are gone, marks are not piled up.
final class VisibleText {
    private VisibleText() {}

    static String of(String text, Tally tally) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int marks = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            marks = isMark(c) ? marks + 1 : 0;
            if (turns(c)) {
                tally.note(Notice.Kind.DIRECTION_MARKS);
                shown.append("‹U+")
                        .append(Integer.toHexString(c).toUpperCase(Locale.ROOT))
                        .append('›');
            } else if (c == '\n' || c == '\t' || (!isInvisible(c) && marks <= PageLimits.MARKS)) {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars()
                .allMatch(c -> (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x300 && c != 0xAD) || c == '\n');
    }

    /// Embeddings, overrides and isolates. The marks for one place (U+200E, U+200F, U+061C) turn nothing.
    private static boolean turns(int c) {
        return PlainText.turnsDirection(c) && ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
    }

    private static boolean isMark(int c) {
        int kind = Character.getType(c);
        return kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK;
    }

    /// Joiners and selectors stay, for scripts and emoji need them.
    private static boolean isInvisible(int c) {
        boolean joiner = c == 0x200C || c == 0x200D || c == 0x200E || c == 0x200F || c == 0x061C;
        return PlainText.isUnseen(c) && !joiner && !PlainText.isSelector(c);
    }
}
