package org.waxwing.crypto.sop;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waxwing.crypto.mime.Octets;

/// The key of one message. Whoever has it reads that message and no other.
///
/// @param cipher the number of the cipher (RFC 9580 §9.3)
public record SessionKey(int cipher, Octets key) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,3}):((?:[0-9A-Fa-f]{2}){8,64})");

    /// The form of the draft, such as `9:0A1B…`.
    public String text() {
        return cipher + ":" + HexFormat.of().formatHex(key.toByteArray()).toUpperCase(Locale.ROOT);
    }

    /// Nothing where the text is no session key. A line end behind it doesn't matter.
    public static Optional<SessionKey> parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new SessionKey(
                        Integer.parseInt(parts.group(1)),
                        Octets.of(HexFormat.of().parseHex(parts.group(2)))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "SessionKey[redacted]";
    }
}
