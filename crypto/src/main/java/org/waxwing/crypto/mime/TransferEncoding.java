package org.waxwing.crypto.mime;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/// How a body is encoded for the way (RFC 2045 §6). Decoding never fails: what is no code is passed over or
/// kept, as every reader of mail does.
public enum TransferEncoding {
    /// 7bit, 8bit, binary, and whatever is unknown.
    IDENTITY,
    BASE64,
    QUOTED_PRINTABLE;

    static TransferEncoding named(String name) {
        return switch (Parameters.withoutComments(name).strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> BASE64;
            case "quoted-printable" -> QUOTED_PRINTABLE;
            default -> IDENTITY;
        };
    }

    public Octets decode(Octets body) {
        return switch (this) {
            case IDENTITY -> body;
            case BASE64 -> base64(body);
            case QUOTED_PRINTABLE -> quotedPrintable(body);
        };
    }

    private static Octets base64(Octets body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length() * 3 / 4 + 3);
        int bits = 0;
        int count = 0;
        for (int i = 0; i < body.length(); i++) {
            int c = body.at(i);
            int value = base64Value(c);
            if (c == '=') {
                // The end of one code; senders that glue several together go on after it.
                bits = 0;
                count = 0;
            } else if (value >= 0) {
                bits = (bits << 6 | value) & 0xFFFFFF;
                count++;
                if (count > 1) {
                    out.write(bits >> (6 - 2 * (count - 1)));
                }
                count = count == 4 ? 0 : count;
            }
        }
        return Octets.of(out.toByteArray());
    }

    private static int base64Value(int c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }

    private static Octets quotedPrintable(Octets body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length());
        int i = 0;
        while (i < body.length()) {
            int c = body.at(i);
            if (c == '=') {
                i = escape(body, i, out);
            } else if (c == ' ' || c == '\t') {
                int after = pastBlanks(body, i);
                // Blanks at the end of a line were added on the way (RFC 2045 §6.7 rule 3).
                if (after < body.length() && body.at(after) != '\r' && body.at(after) != '\n') {
                    for (int k = i; k < after; k++) {
                        out.write(body.at(k));
                    }
                }
                i = after;
            } else {
                out.write(c);
                i++;
            }
        }
        return Octets.of(out.toByteArray());
    }

    /// Writes what the escape at `i` stands for; returns the index after it.
    private static int escape(Octets body, int i, ByteArrayOutputStream out) {
        int high = hex(body, i + 1);
        int low = hex(body, i + 2);
        if (high >= 0 && low >= 0) {
            out.write(high << 4 | low);
            return i + 3;
        }
        int after = pastBlanks(body, i + 1);
        if (after >= body.length()) {
            return after;
        }
        if (body.at(after) == '\n') {
            return after + 1;
        }
        if (body.at(after) == '\r') {
            return after + (after + 1 < body.length() && body.at(after + 1) == '\n' ? 2 : 1);
        }
        out.write('=');
        return i + 1;
    }

    private static int pastBlanks(Octets body, int from) {
        int i = from;
        while (i < body.length() && (body.at(i) == ' ' || body.at(i) == '\t')) {
            i++;
        }
        return i;
    }

    private static int hex(Octets body, int index) {
        return index < body.length() ? Character.digit(body.at(index), 16) : -1;
    }
}
