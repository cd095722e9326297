package org.waxwing.crypto.dkim;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a signature lets servers change on the way (RFC 6376 §3.4). A bare LF is a line end here, as it is
/// for those who read the letter and for the servers that mend such letters.
enum Canonicalization {
    /// Nothing but empty lines at the end.
    SIMPLE,
    /// Blanks too.
    RELAXED;

    private static final Pattern LINE_END = Pattern.compile("\r?\n");
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");

    /// @param header for fields
    /// @param body for the text
    record Pair(Canonicalization header, Canonicalization body) {}

    /// As it stands in `c=`: one word for the fields, and one for the text that is `simple` where it is
    /// missing (RFC 6376 §3.5).
    static Optional<Pair> pair(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("/", -1);
        Optional<Canonicalization> header = named(words[0]);
        Optional<Canonicalization> body = words.length == 1 ? Optional.of(SIMPLE) : named(words[1]);
        return words.length > 2 ? Optional.empty() : header.flatMap(one -> body.map(other -> new Pair(one, other)));
    }

    private static Optional<Canonicalization> named(String word) {
        return switch (word) {
            case "simple" -> Optional.of(SIMPLE);
            case "relaxed" -> Optional.of(RELAXED);
            default -> Optional.empty();
        };
    }

    /// A field with its name, without the line end behind it.
    ///
    /// @param raw one character for each octet
    String field(String raw) {
        String lines = LINE_END.matcher(raw).replaceAll("\r\n");
        String field = lines.endsWith("\r\n") ? lines.substring(0, lines.length() - 2) : lines;
        return switch (this) {
            case SIMPLE -> field;
            case RELAXED -> {
                int colon = field.indexOf(':');
                yield field.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":"
                        + trimmed(BLANKS.matcher(field.substring(colon + 1).replace("\r\n", ""))
                                .replaceAll(" "));
            }
        };
    }

    private static String trimmed(String value) {
        int from = value.startsWith(" ") ? 1 : 0;
        int to = value.length() > from && value.endsWith(" ") ? value.length() - 1 : value.length();
        return value.substring(from, to);
    }
}
