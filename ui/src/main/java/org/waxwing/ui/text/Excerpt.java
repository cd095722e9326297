package org.waxwing.ui.text;

/// The beginning of a stranger's text, for a place that has room for no more: what a letter says of itself
/// must push nothing of the program's own out of sight, and a label of a million characters holds the window
/// up.
public final class Excerpt {
    /// Marks over and under one letter; more of them reach into other lines.
    private static final int MARKS = 6;

    private Excerpt() {}

    /// At most so many characters as a person counts them; an ellipsis is the last where something is left
    /// out.
    public static String of(String text, int most) {
        StringBuilder kept = new StringBuilder();
        int letters = 0;
        int marks = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            marks = isMark(c) ? marks + 1 : 0;
            letters += marks == 0 ? 1 : 0;
            if (letters > most) {
                return kept.toString().stripTrailing() + "…";
            }
            if (marks <= MARKS) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    private static boolean isMark(int c) {
        int kind = Character.getType(c);
        return kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK;
    }
}
