package org.waxwing.crypto.dkim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// `name=value` between semicolons (RFC 6376 §3.2). Values keep their blanks inside.
///
/// @param values by name; names differ by case
record TagList(Map<String, String> values) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern BLANKS = Pattern.compile("[ \t\r\n]+");

    TagList {
        values = Map.copyOf(values);
    }

    /// Nothing where it is no such list, or names a tag twice.
    static Optional<TagList> parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String piece : text.split(";", -1)) {
            if (piece.isBlank()) {
                continue;
            }
            int equals = piece.indexOf('=');
            String name = equals < 0 ? "" : piece.substring(0, equals).strip();
            if (!NAME.matcher(name).matches()
                    || values.put(name, piece.substring(equals + 1).strip()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new TagList(values));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// The value without any blank.
    Optional<String> packed(String name) {
        return value(name).map(value -> BLANKS.matcher(value).replaceAll(""));
    }

    @Override
    public String toString() {
        return "TagList[" + values.keySet() + "]";
    }
}
