package org.waxwing.crypto.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Makes parts that are going to be encrypted as long as many others (decision 0023): their length becomes one
/// that Padmé allows (RFC 9580 §5.14 names it), so that a yes is not told from a no by counting.
///
/// What fills it stands where every reader of MIME passes it over: behind the end of a multipart (RFC 2046
/// §5.1.1), else in a header field that nobody knows.
public final class Padding {
    /// The field that holds nothing but its own length.
    public static final String FIELD = "X-Padding";

    /// A longer field could be more than somebody's header may be, so such a part stays as it is: one
    /// text of more than two million characters.
    static final int LONGEST_FIELD = 1 << 16;

    private static final int SHORTEST_FIELD = FIELD.length() + ": ~\r\n".length();
    private static final int LINE = 76;
    private static final int FOLD = "\r\n ".length();
    private static final byte FILLING = '~';

    private Padding() {}

    /// The length that something of this length gets: at most 12 % more, and less the longer it is
    /// (Nikitin and others, "Reducing Metadata Leakage from Encrypted Files", §4).
    ///
    /// @param length above 1
    static long padme(long length) {
        int exponent = 63 - Long.numberOfLeadingZeros(length);
        int kept = 32 - Integer.numberOfLeadingZeros(exponent);
        long mask = (1L << (exponent - kept)) - 1;
        return (length + mask) & ~mask;
    }

    /// A part as [PartWriter#part], padded.
    ///
    /// @param header its fields
    /// @param type what they say that it is
    public static Octets part(List<HeaderField> header, ContentType type, Octets body) {
        long bare = 2L
                + body.length()
                + header.stream().mapToLong(field -> field.raw().length()).sum();
        if (isClosed(type, body)) {
            return PartWriter.part(header, body, epilogue((int) (padme(bare) - bare)));
        }
        int field = (int) (padme(bare + SHORTEST_FIELD) - bare);
        return field > LONGEST_FIELD ? PartWriter.part(header, body) : PartWriter.part(withField(header, field), body);
    }

    /// Whether what follows the body stands in none of its parts.
    private static boolean isClosed(ContentType type, Octets body) {
        Octets end = Octets.ofUtf8("--" + type.parameter("boundary").orElse("") + "--\r\n");
        return type.isMultipart()
                && body.length() >= end.length()
                && body.slice(body.length() - end.length(), body.length()).equals(end);
    }

    private static List<HeaderField> withField(List<HeaderField> header, int length) {
        HeaderField padding = new HeaderField(FIELD, field(length));
        return Stream.concat(Stream.of(padding), header.stream()).toList();
    }

    /// A header field of so many octets, folded.
    private static Octets field(int length) {
        byte[] field = new byte[length];
        Arrays.fill(field, FILLING);
        put(field, 0, FIELD + ": ");
        put(field, length - 2, "\r\n");
        // No fold stands so near to the end that nothing would follow it.
        for (int at = LINE; at + FOLD < length - 2; at += LINE + 2) {
            put(field, at, "\r\n ");
        }
        return Octets.of(field);
    }

    /// So many octets in lines, the last line ended where there is room.
    private static Octets epilogue(int length) {
        byte[] lines = new byte[length];
        Arrays.fill(lines, FILLING);
        for (int at = LINE; at + 2 <= length; at += LINE + 2) {
            put(lines, at, "\r\n");
        }
        if (length >= 2) {
            put(lines, length - 2, "\r\n");
        }
        if (length >= 3 && lines[length - 3] == '\r') {
            lines[length - 3] = FILLING;
        }
        return Octets.of(lines);
    }

    private static void put(byte[] into, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }
}
