package org.waxwing.crypto.mime;

/// Text from a stranger, made harmless for a line or a page: what can't be seen can't mislead.
public final class PlainText {
    private PlainText() {}

    /// One line: every run of blanks and controls is one space; characters that turn the direction of
    /// writing are gone, for they make a text read as another.
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isBlank(c)) {
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

    /// Whether nobody sees anything of a text.
    public static boolean showsNothing(String text) {
        return text.codePoints().allMatch(c -> isBlank(c) || isUnseen(c));
    }

    /// Whether a character shows nothing, with a place or without one, though it is no blank. Some of them
    /// change how their neighbours look, as joiners and selectors do.
    public static boolean isUnseen(int c) {
        return isFiller(c)
                || isSelector(c)
                || switch (Character.getType(c)) {
                    case Character.FORMAT,
                            Character.CONTROL,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    /// Whether a character counts as a letter, a mark or a sign and shows nothing.
    public static boolean isFiller(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0x13441, 0x13442, 0x16FE4, 0x1D159 ->
                true;
            default -> false;
        };
    }

    /// Whether a character only chooses how the one before it looks.
    public static boolean isSelector(int c) {
        return (c >= 0x180B && c <= 0x180D)
                || c == 0x180F
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF);
    }

    static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c);
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
