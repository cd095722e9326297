package org.waxwing.crypto.mime;

/// Text from a stranger, made harmless for a line or a page: what can't be seen can't mislead.
public final class PlainText {
    private PlainText() {}

    /// One line: every run of blanks and controls is one space; characters that turn the direction of
    /// writing are gone, for they make a text read as another.
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c)) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (!turnsDirection(c)) {
                line.appendCodePoint(c);
            }
        });
        return line.toString().strip();
    }

    /// A page: line ends are `\n`, tabs stay, other controls are gone.
    public static String page(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder page = new StringBuilder(lines.length());
        int kept = 0;
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                page.append(lines, kept, i);
                kept = i + 1;
            }
        }
        return kept == 0 ? lines : page.append(lines, kept, lines.length()).toString();
    }

    /// Whether a character has a place and nothing to see in it, though it is no blank.
    public static boolean isFiller(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xFFA0;
    }

    public static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || c == 0xFEFF;
    }
}
