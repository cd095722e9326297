package org.waxwing.crypto.mime;

/// Steps through bytes line by line; CRLF and LF both end a line.
final class Lines {
    static final Octets TWO_DASHES = Octets.ofUtf8("--");

    private Lines() {}

    /// The index after the end of the line that holds `from`, or -1 where that line is the last.
    static int next(Octets bytes, int from) {
        int lf = bytes.indexOf('\n', from);
        return lf < 0 ? -1 : lf + 1;
    }

    /// Where the line before the line at `start` ends, its line break left out.
    static int endBefore(Octets bytes, int start) {
        int end = start;
        if (end > 0 && bytes.at(end - 1) == '\n') {
            end--;
            if (end > 0 && bytes.at(end - 1) == '\r') {
                end--;
            }
        }
        return end;
    }

    static boolean startsWith(Octets bytes, int at, Octets prefix) {
        if (at + prefix.length() > bytes.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (bytes.at(at + i) != prefix.at(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether only blanks stand between `from` and the end of its line.
    static boolean blankToEnd(Octets bytes, int from) {
        for (int i = from; i < bytes.length(); i++) {
            int c = bytes.at(i);
            if (c == '\n') {
                return true;
            }
            if (c != ' ' && c != '\t' && c != '\r') {
                return false;
            }
        }
        return true;
    }

    /// Whether the line at `start` holds nothing but its line break.
    static boolean isEmpty(Octets bytes, int start) {
        return start < bytes.length()
                && (bytes.at(start) == '\n'
                        || (bytes.at(start) == '\r' && start + 1 < bytes.length() && bytes.at(start + 1) == '\n'));
    }
}
