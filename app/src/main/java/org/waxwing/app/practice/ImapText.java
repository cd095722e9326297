package org.waxwing.app.practice;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.crypto.mime.Octets;

/// Builds one response line, literals included.
final class ImapText {
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @CanIgnoreReturnValue
    ImapText raw(String latin1) {
        out.writeBytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /// A literal (RFC 3501 §4.3): any bytes at all.
    @CanIgnoreReturnValue
    ImapText literal(Octets bytes) {
        raw("{" + bytes.length() + "}\r\n");
        out.writeBytes(bytes.toByteArray());
        return this;
    }

    /// A string, quoted where that can hold it.
    @CanIgnoreReturnValue
    ImapText string(String latin1) {
        boolean plain = latin1.length() < 512 && latin1.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
        return plain ? raw(quoted(latin1)) : literal(Octets.of(latin1.getBytes(StandardCharsets.ISO_8859_1)));
    }

    Octets line() {
        raw("\r\n");
        return Octets.of(out.toByteArray());
    }

    static String quoted(String printable) {
        return "\"" + printable.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String flags(Set<String> flags) {
        return flags.stream().sorted().collect(Collectors.joining(" ", "(", ")"));
    }

    static String dateTime(Instant at) {
        return quoted(DATE_TIME.format(at));
    }
}
