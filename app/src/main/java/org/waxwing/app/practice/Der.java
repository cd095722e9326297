package org.waxwing.app.practice;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.waxwing.crypto.mime.Octets;

/// Writes the few ASN.1 types that an X.509 certificate needs, in the distinguished encoding (X.690 §10).
final class Der {
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Der() {}

    static Octets sequence(Octets... members) {
        return tagged(0x30, concat(members));
    }

    static Octets setOf(Octets member) {
        return tagged(0x31, member);
    }

    static Octets integer(BigInteger value) {
        return tagged(0x02, Octets.of(value.toByteArray()));
    }

    static Octets integer(long value) {
        return integer(BigInteger.valueOf(value));
    }

    static Octets yes() {
        return tagged(0x01, Octets.of(new byte[] {(byte) 0xFF}));
    }

    static Octets utf8(String text) {
        return tagged(0x0C, Octets.ofUtf8(text));
    }

    static Octets octetString(Octets content) {
        return tagged(0x04, content);
    }

    /// @param unused how many bits at the end don't count, 0 to 7
    static Octets bitString(Octets content, int unused) {
        return tagged(0x03, concat(Octets.of(new byte[] {(byte) unused}), content));
    }

    /// RFC 5280 §4.1.2.5.1: good until 2049.
    static Octets time(Instant at) {
        return tagged(0x17, Octets.of(UTC_TIME.format(at).getBytes(StandardCharsets.US_ASCII)));
    }

    /// An object identifier from its dotted numbers.
    static Octets objectIdentifier(String dotted) {
        String[] arcs = dotted.split("\\.");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            base128(out, Long.parseLong(arcs[i]));
        }
        return tagged(0x06, Octets.of(out.toByteArray()));
    }

    /// An explicit context tag around a value.
    static Octets explicit(int number, Octets value) {
        return tagged(0xA0 | number, value);
    }

    /// An implicit context tag in place of a primitive type's own.
    static Octets implicit(int number, Octets content) {
        return tagged(0x80 | number, content);
    }

    private static void base128(ByteArrayOutputStream out, long value) {
        int groups = Math.max(1, (63 - Long.numberOfLeadingZeros(value)) / 7 + 1);
        for (int i = groups - 1; i >= 0; i--) {
            int bits = (int) (value >>> (7 * i)) & 0x7F;
            out.write(i == 0 ? bits : bits | 0x80);
        }
    }

    private static Octets tagged(int tag, Octets content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length();
        if (length < 0x80) {
            out.write(length);
        } else {
            byte[] digits = BigInteger.valueOf(length).toByteArray();
            int skip = digits[0] == 0 ? 1 : 0;
            out.write(0x80 | (digits.length - skip));
            out.write(digits, skip, digits.length - skip);
        }
        out.writeBytes(content.toByteArray());
        return Octets.of(out.toByteArray());
    }

    private static Octets concat(Octets... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Octets part : parts) {
            out.writeBytes(part.toByteArray());
        }
        return Octets.of(out.toByteArray());
    }
}
