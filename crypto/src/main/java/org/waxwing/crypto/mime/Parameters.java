package org.waxwing.crypto.mime;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The parameters of a MIME field, decoded: continuations and character sets of RFC 2231, encoded words
/// where they don't belong but occur. Where a parameter is given twice, the first counts.
public final class Parameters {
    static final Parameters NONE = new Parameters(new LinkedHashMap<>());
    private static final String TOKEN_SPECIALS = "()<>@,;:\\\"/[]?= \t";
    private static final String ATTRIBUTE_SPECIALS = TOKEN_SPECIALS + "*'%";

    private final SequencedMap<String, String> values;

    private Parameters(SequencedMap<String, String> values) {
        this.values = values;
    }

    /// The parameters in a text that begins with a semicolon. Never fails: what can't be read is left out.
    static Parameters parse(String text) {
        return new Parameters(ParameterReader.read(text));
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
    }

    public Parameters with(String name, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(values);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return new Parameters(more);
    }

    public Parameters without(String name) {
        SequencedMap<String, String> fewer = new LinkedHashMap<>(values);
        fewer.remove(name.toLowerCase(Locale.ROOT));
        return new Parameters(fewer);
    }

    /// `;\r\n name="value"` for each, in RFC 2231 form where the value is long or beyond ASCII.
    String format() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            if (isToken(entry.getKey())) {
                append(text, entry.getKey(), entry.getValue());
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        boolean plain = value.length() <= 72 && value.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
        if (plain) {
            String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");
            text.append(";\r\n ").append(name).append("=\"").append(quoted).append('"');
            return;
        }
        int section = 0;
        StringBuilder piece = new StringBuilder("utf-8''");
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plainByte = b > 0x20 && b < 0x7F && ATTRIBUTE_SPECIALS.indexOf(b) < 0;
            piece.append(plainByte ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xFF));
            if (piece.length() >= 50) {
                text.append(";\r\n ").append(name).append('*').append(section++).append("*=");
                text.append(piece);
                piece.setLength(0);
            }
        }
        if (section == 0) {
            text.append(";\r\n ").append(name).append("*=").append(piece);
        } else if (!piece.isEmpty()) {
            text.append(";\r\n ").append(name).append('*').append(section).append("*=");
            text.append(piece);
        }
    }

    static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > 0x20 && c < 0x7F && TOKEN_SPECIALS.indexOf(c) < 0);
    }

    /// The text without what stands in parentheses (RFC 5322 §3.2.2).
    static String withoutComments(String text) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && depth > 0) {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Parameters[" + values.size() + "]";
    }
}
