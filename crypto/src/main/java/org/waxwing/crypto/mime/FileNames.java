package org.waxwing.crypto.mime;

import java.util.Locale;
import java.util.Set;

/// Makes a stranger's file name safe to use in one folder on any system.
public final class FileNames {
    private static final int MAX_LENGTH = 120;
    private static final Set<String> RESERVED = Set.of(
            "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileNames() {}

    /// The last component of the name without controls, direction marks, characters that show nothing, and
    /// characters with a meaning in paths; each run of blanks is one, so that the ending stays in sight; no
    /// leading or trailing dots or blanks; the fallback where nothing is left.
    public static String safe(String claimed, String fallback) {
        String last = claimed.substring(Math.max(claimed.lastIndexOf('/'), claimed.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        // First, so that blanks between them are one blank.
        last.codePoints()
                .filter(c -> PlainText.isBlank(c) || isVisible(c))
                .forEach(c -> kept.appendCodePoint("<>:\"|?*".indexOf(c) >= 0 ? '_' : c));
        String name = trimmed(shortened(trimmed(PlainText.oneLine(kept.toString()))));
        if (name.isEmpty()) {
            return fallback;
        }
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        return RESERVED.contains(stem) ? "_" + name : name;
    }

    private static boolean isVisible(int c) {
        return !PlainText.isUnseen(c) && Character.getType(c) != Character.PRIVATE_USE;
    }

    private static String trimmed(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && (name.charAt(start) == '.' || name.charAt(start) == ' ')) {
            start++;
        }
        while (end > start && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(start, end);
    }

    /// Keeps the ending, for it says what the file is.
    private static String shortened(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
        int cut = MAX_LENGTH - ending.length();
        if (Character.isHighSurrogate(name.charAt(cut - 1))) {
            cut--;
        }
        return name.substring(0, cut) + ending;
    }
}
