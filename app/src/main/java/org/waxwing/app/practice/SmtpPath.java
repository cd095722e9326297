package org.waxwing.app.practice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waxwing.crypto.mime.AddrSpec;

/// The argument of MAIL or RCPT (RFC 5321 §4.1.1.2, §4.1.1.3): an address in angle brackets and parameters.
///
/// @param address nothing when it is not an address, the empty one included
/// @param parameters in upper case
record SmtpPath(Optional<AddrSpec> address, List<String> parameters) {
    SmtpPath {
        parameters = List.copyOf(parameters);
    }

    /// @param keyword "FROM" or "TO"
    /// @param line one character a byte; read as UTF-8 (RFC 6531 §3.3)
    static Optional<SmtpPath> parse(String keyword, String line) {
        String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Matcher matcher = Pattern.compile("(?i)" + keyword + ": ?<([^<>]*)>((?: [!-~]+)*) *")
                .matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String parameters = matcher.group(2).strip().toUpperCase(Locale.ROOT);
        return Optional.of(new SmtpPath(
                AddrSpec.parse(matcher.group(1)), parameters.isEmpty() ? List.of() : List.of(parameters.split(" +"))));
    }

    /// The first parameter that none of the known ones begins.
    boolean onlyKnows(List<String> known) {
        return parameters.stream().allMatch(given -> known.stream().anyMatch(given::startsWith));
    }

    /// The size that was announced (RFC 1870 §6); nothing when none was.
    Optional<Long> size() {
        return parameters.stream()
                .filter(parameter -> parameter.matches("SIZE=[0-9]{1,18}"))
                .map(parameter -> Long.valueOf(parameter.substring("SIZE=".length())))
                .findFirst();
    }

    boolean utf8() {
        return parameters.contains("SMTPUTF8");
    }

    @Override
    public String toString() {
        return "SmtpPath[redacted]";
    }
}
