package org.waxwing.crypto.mime;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.crypto.work.Work;

/// Notices PGP armour in the text of a letter. It is never decrypted in place and never validated
/// (RFC 9787 §6.2.3.1): what such a signature covers can't be shown.
public final class InlinePgp {
    /// Nobody opens more of them one by one.
    private static final int MOST = 64;

    private static final String DASHES = "-----";
    private static final String SEALED = "-----BEGIN PGP MESSAGE-----";
    private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String END = "-----END PGP MESSAGE-----";

    private InlinePgp() {}

    /// The armour of each sealed text, for one who asks to open it: 64 at most. None holds the beginning of
    /// another.
    ///
    /// @param text lines ending in LF
    public static List<Octets> sealed(String text) {
        List<Octets> found = new ArrayList<>();
        int start = -1;
        for (int line = marker(text, 0); line >= 0 && found.size() < MOST; line = marker(text, end(text, line))) {
            if (isLine(text, line, SEALED)) {
                start = line;
            } else if (start >= 0 && isLine(text, line, END)) {
                found.add(Octets.ofUtf8(text.substring(start, end(text, line)) + "\n"));
                start = -1;
            }
        }
        return found;
    }

    /// Whether any armour begins in the text.
    public static boolean isIn(String text) {
        for (int line = marker(text, 0); line >= 0; line = marker(text, end(text, line))) {
            if (isLine(text, line, SEALED) || isLine(text, line, SIGNED)) {
                return true;
            }
        }
        return false;
    }

    /// The first line behind an index that begins with dashes, or -1; from 0 the first line counts too.
    private static int marker(String text, int from) {
        Work.step();
        if (from == 0 && text.startsWith(DASHES)) {
            return 0;
        }
        int before = text.indexOf("\n" + DASHES, from);
        return before < 0 ? -1 : before + 1;
    }

    private static int end(String text, int line) {
        int lf = text.indexOf('\n', line);
        return lf < 0 ? text.length() : lf;
    }

    /// Whether the line at `start` is the marker, blanks behind it aside.
    private static boolean isLine(String text, int start, String marker) {
        if (!text.startsWith(marker, start)) {
            return false;
        }
        int end = end(text, start);
        for (int i = start + marker.length(); i < end; i++) {
            if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
                return false;
            }
        }
        return true;
    }
}
