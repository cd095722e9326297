package org.waxwing.crypto.openpgp;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// The lines of a readable signed message, one after another (RFC 9580 §7).
final class CleartextLines {
    private static final byte[] RETURN_AND_NEWLINE = {'\r', '\n'};
    private static final byte[] NEWLINE = {'\n'};

    private final Octets text;
    private int at;

    CleartextLines(Octets text) {
        this.text = text;
    }

    /// One line.
    ///
    /// @param content without the white space at its end, which no signature covers (RFC 9580 §7.2)
    /// @param whole without its line end
    /// @param start where it begins
    /// @param ended whether a line end followed
    record Line(Octets content, Octets whole, int start, boolean ended) {
        boolean isBlank() {
            return content.isEmpty();
        }

        boolean is(String words) {
            return content.latin1().equals(words);
        }

        /// CRLF where it had that, LF otherwise.
        byte[] lineEnd() {
            boolean returned = !whole.isEmpty() && whole.at(whole.length() - 1) == '\r';
            return returned ? RETURN_AND_NEWLINE : NEWLINE;
        }
    }

    /// The next line; nothing at the end.
    Optional<Line> next() {
        if (at >= text.length()) {
            return Optional.empty();
        }
        int start = at;
        int newline = text.indexOf('\n', at);
        int end = newline < 0 ? text.length() : newline;
        at = newline < 0 ? end : end + 1;
        Octets whole = text.slice(start, end);
        return Optional.of(new Line(trimmed(whole), whole, start, newline >= 0));
    }

    private static Octets trimmed(Octets line) {
        int end = line.length();
        while (end > 0 && isWhite(line.at(end - 1))) {
            end--;
        }
        return line.slice(0, end);
    }

    private static boolean isWhite(int octet) {
        return octet == ' ' || octet == '\t' || octet == '\r';
    }

    /// The text without white space at its line ends: what a signature of this kind covers.
    static Octets trimmedText(Octets text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        CleartextLines lines = new CleartextLines(text);
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            out.writeBytes(line.get().content().toByteArray());
            if (line.get().ended()) {
                out.writeBytes(line.get().lineEnd());
            }
        }
        return Octets.of(out.toByteArray());
    }
}
