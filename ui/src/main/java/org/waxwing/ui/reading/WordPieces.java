package org.waxwing.ui.reading;

import java.util.ArrayList;
import java.util.List;

/// Cuts words of scripts whose letters depend on their neighbours into pieces, one node of text for each.
///
/// The toolkit breaks such a text into lines by cutting it again and again: where it runs from right to left
/// that fails, and the page is not drawn at all; elsewhere a letter of four thousand characters holds the
/// window up for longer than anybody waits. Between short pieces it only goes on in the next line.
final class WordPieces {
    /// A word that is longer is cut; no line is shorter.
    private static final int LONGEST = 24;

    private WordPieces() {}

    static List<String> of(String text) {
        if (text.codePoints().noneMatch(WordPieces::isIntricate)) {
            return List.of(text);
        }
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            boolean blank = at > start && Character.isWhitespace(text.charAt(at - 1));
            boolean tooLong = at - start >= LONGEST && !isMark(text.codePointAt(at));
            if ((blank && !Character.isWhitespace(text.charAt(at))) || tooLong) {
                pieces.add(text.substring(start, at));
                start = at;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static boolean isIntricate(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN, GREEK, CYRILLIC, COMMON, INHERITED, HAN, HIRAGANA, KATAKANA, ARMENIAN, GEORGIAN -> false;
            default -> true;
        };
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> false;
        };
    }
}
