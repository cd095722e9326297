package org.waxwing.crypto.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Writes bodies so that they pass any relay unchanged and can be signed (RFC 3156 §3, §5): 7 bits, CRLF,
/// no blank at the end of a line, no line that a relay would escape.
final class MimeText {
    private static final int MAX_LINE = 76;
    private static final int MAX_CLEAN_LINE = 990;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private MimeText() {}

    /// Whether the bytes can stand in a signed part as they are, their line ends aside.
    static boolean isClean(Octets body) {
        int line = 0;
        for (int i = 0; i < body.length(); i++) {
            int c = body.at(i);
            if (c == '\n') {
                int last = i > 0 && body.at(i - 1) == '\r' ? i - 2 : i - 1;
                if (last >= line && (body.at(last) == ' ' || body.at(last) == '\t')) {
                    return false;
                }
                line = i + 1;
            } else if (c == '\r' ? i + 1 >= body.length() || body.at(i + 1) != '\n' : c == 0 || c > 0x7E) {
                return false;
            } else if (i - line > MAX_CLEAN_LINE) {
                return false;
            } else if (i == line && isRisky(body, i)) {
                return false;
            }
        }
        int end = body.length() - 1;
        return end < 0 || (body.at(end) != ' ' && body.at(end) != '\t');
    }

    private static boolean isRisky(Octets body, int lineStart) {
        return Lines.startsWith(body, lineStart, Octets.ofUtf8("From "));
    }

    /// Base64 in lines of 76, ending in CRLF.
    static Octets base64(Octets content) {
        if (content.isEmpty()) {
            return Octets.ofUtf8("\r\n");
        }
        Octets.Collector lines = new Octets.Collector(content.length() / 57 * 78 + 80);
        try (Base64Output out = new Base64Output(lines, content.length())) {
            content.writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return lines.take();
    }

    /// Quoted-printable UTF-8 of a text with any line ends (RFC 2045 §6.7). Blanks at line ends, `From `
    /// and leading dots and dashes are escaped too.
    static Octets quotedPrintable(String text) {
        return quotedPrintable(Octets.ofUtf8(text));
    }

    static Octets quotedPrintable(Octets text) {
        StringBuilder out = new StringBuilder(text.length() + text.length() / 16 + 16);
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            if (c == '\r' || c == '\n') {
                if (c == '\r' && i + 1 < text.length() && text.at(i + 1) == '\n') {
                    i++;
                }
                out.append("\r\n");
                column = 0;
                continue;
            }
            boolean lineEnds = i + 1 >= text.length() || text.at(i + 1) == '\r' || text.at(i + 1) == '\n';
            String token = token(c, column, lineEnds);
            if (column + token.length() > MAX_LINE - 1) {
                out.append("=\r\n");
                token = token(c, 0, lineEnds);
                column = 0;
            }
            out.append(token);
            column += token.length();
        }
        return Octets.ofUtf8(out.toString());
    }

    private static String token(int c, int column, boolean lineEnds) {
        boolean blank = c == ' ' || c == '\t';
        boolean plain = blank ? !lineEnds : c > 0x20 && c < 0x7F && c != '=';
        boolean riskyStart = column == 0 && (c == 'F' || c == '.' || c == '-');
        return plain && !riskyStart ? String.valueOf((char) c) : "=" + HEX[c >> 4] + HEX[c & 15];
    }

    /// The bytes with the CR before every LF that lost it; the same bytes where none did, as in most letters.
    static Octets mendedLines(Octets bytes) {
        int lone = loneLineFeed(bytes, 0);
        if (lone < 0) {
            return bytes;
        }
        Octets.Collector out = new Octets.Collector(bytes.length() + bytes.length() / 32);
        try {
            int copied = 0;
            for (int lf = lone; lf >= 0; lf = loneLineFeed(bytes, lf + 1)) {
                bytes.slice(copied, lf).writeTo(out);
                out.write('\r');
                copied = lf;
            }
            bytes.slice(copied, bytes.length()).writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return out.take();
    }

    /// The index of the first LF without a CR before it at or after `from`, or -1.
    private static int loneLineFeed(Octets bytes, int from) {
        int lf = bytes.indexOf('\n', from);
        while (lf > 0 && bytes.at(lf - 1) == '\r') {
            lf = bytes.indexOf('\n', lf + 1);
        }
        return lf;
    }

    /// The bytes with every line end made CRLF; a lone CR is one too.
    static Octets canonicalLines(Octets bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length() + bytes.length() / 32);
        for (int i = 0; i < bytes.length(); i++) {
            int c = bytes.at(i);
            if (c == '\r' || c == '\n') {
                if (c == '\r' && i + 1 < bytes.length() && bytes.at(i + 1) == '\n') {
                    i++;
                }
                out.write('\r');
                out.write('\n');
            } else {
                out.write(c);
            }
        }
        return Octets.of(out.toByteArray());
    }
}
