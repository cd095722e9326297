package org.waxwing.crypto.mime;

import java.io.IOException;
import java.io.UncheckedIOException;
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
        try (Base64Input in = new Base64Input(body.stream(), body.length())) {
            Octets.Collector out = new Octets.Collector(body.length() / 4 * 3 + 3);
            long _ = in.transferTo(out);
            return out.take();
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }

    private static Octets quotedPrintable(Octets body) {
        // What comes out is never longer than what went in.
        byte[] out = new byte[body.length()];
        int made = 0;
        int i = 0;
        while (i < body.length()) {
            int c = body.at(i);
            if (c == '=') {
                int octet = escaped(body, i);
                if (octet >= 0) {
                    out[made++] = (byte) octet;
                    i += 3;
                } else {
                    int after = pastLineEnd(body, i + 1);
                    if (after < 0) {
                        out[made++] = '=';
                    }
                    i = after < 0 ? i + 1 : after;
                }
            } else if (c == ' ' || c == '\t') {
                int after = pastBlanks(body, i);
                // Blanks at the end of a line were added on the way (RFC 2045 §6.7 rule 3).
                if (after < body.length() && body.at(after) != '\r' && body.at(after) != '\n') {
                    for (int k = i; k < after; k++) {
                        out[made++] = (byte) body.at(k);
                    }
                }
                i = after;
            } else {
                out[made++] = (byte) c;
                i++;
            }
        }
        Octets.Collector all = new Octets.Collector(0);
        all.take(out, made);
        return all.take();
    }

    /// What the escape at `i` stands for; -1 where it stands for no octet.
    private static int escaped(Octets body, int i) {
        int high = hex(body, i + 1);
        int low = hex(body, i + 2);
        return high >= 0 && low >= 0 ? high << 4 | low : -1;
    }

    /// The index after a soft line end, blanks before it included, or after blanks at the end of all; -1 where
    /// something else stands there.
    private static int pastLineEnd(Octets body, int from) {
        int after = pastBlanks(body, from);
        if (after >= body.length()) {
            return after;
        }
        if (body.at(after) == '\n') {
            return after + 1;
        }
        if (body.at(after) == '\r') {
            return after + (after + 1 < body.length() && body.at(after + 1) == '\n' ? 2 : 1);
        }
        return -1;
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
