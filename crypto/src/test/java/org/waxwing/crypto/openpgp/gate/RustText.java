package org.waxwing.crypto.openpgp.gate;

import java.util.regex.Pattern;
import org.waxwing.crypto.mime.Octets;

/// Text as Rust's debug format quotes it, which is how the suite labels some vectors.
final class RustText {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u\\{([0-9a-f]+)}|(.))");

    private RustText() {}

    static Octets unquoted(String quoted) {
        return Octets.ofUtf8(ESCAPE.matcher(quoted.substring(1, quoted.length() - 1))
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        match.group(1) != null
                                ? Character.toString(Integer.parseInt(match.group(1), 16))
                                : simple(match.group(2)))));
    }

    private static String simple(String escaped) {
        return switch (escaped) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> escaped;
        };
    }
}
