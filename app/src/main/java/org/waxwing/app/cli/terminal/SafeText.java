package org.waxwing.app.cli.terminal;

/// Text from strangers, made fit for a terminal: what would move the cursor, colour the screen, retitle
/// the window, reverse the reading direction or answer back is shown as a mark instead.
public final class SafeText {
    private static final int REPLACEMENT = 0xFFFD;

    private SafeText() {}

    /// In one line: line ends and tabs become blanks.
    public static String line(String text) {
        return mapped(text, false);
    }

    /// In several lines: CR LF and LF end a line, a tab stays.
    public static String lines(String text) {
        return mapped(text.replace("\r\n", "\n"), true);
    }

    /// The text without halves of surrogate pairs, which are no characters and break UTF-8.
    public static String wellFormed(String text) {
        return text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String mapped(String text, boolean keepLines) {
        return text.codePoints()
                .map(c -> safe(c, keepLines))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int safe(int c, boolean keepLines) {
        if (c == '\n' || c == '\t') {
            return keepLines ? c : ' ';
        }
        if (c == 0x2028 || c == 0x2029) {
            return keepLines ? '\n' : ' ';
        }
        boolean dangerous = Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || turns(c);
        return dangerous ? REPLACEMENT : c;
    }

    /// The explicit directional embeddings, overrides, isolates and marks of UAX #9.
    private static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }
}
