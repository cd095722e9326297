package org.waxwing.crypto.mime;

/// The name beside an address. A stranger chose it, so it may look like an address, or push the address out
/// of sight.
public final class DisplayName {
    private static final int LONGEST = 64;

    private DisplayName() {}

    /// The mailbox in one line: the name in quotation marks, at most 64 characters that can be seen and no
    /// quotation mark among them, and the address after it. An address without a name stands alone.
    public static String before(Mailbox mailbox) {
        String name = visible(mailbox.displayName());
        String address = mailbox.address().text();
        return name.isEmpty() ? address : '"' + name + "\" <" + address + ">";
    }

    private static String visible(String name) {
        StringBuilder kept = new StringBuilder();
        name.codePoints()
                .filter(DisplayName::isVisible)
                .forEach(c -> kept.appendCodePoint(Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c));
        String line = PlainText.oneLine(kept.toString().replace('"', '\''));
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /// Joiners stay, for scripts and emoji need them.
    private static boolean isVisible(int c) {
        int kind = Character.getType(c);
        boolean joiner = c == 0x200C || c == 0x200D;
        boolean empty = kind == Character.FORMAT
                || kind == Character.SURROGATE
                || kind == Character.PRIVATE_USE
                || kind == Character.UNASSIGNED;
        return (!empty || joiner) && !PlainText.isFiller(c);
    }
}
