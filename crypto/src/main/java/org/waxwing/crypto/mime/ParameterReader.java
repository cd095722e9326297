package org.waxwing.crypto.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads `; name=value` lists as they occur in the wild (RFC 2045 §5.1, RFC 2231 §3-4).
final class ParameterReader {
    private static final int MAX_PARAMETERS = 1000;

    private final String text;
    private int at;

    private ParameterReader(String text) {
        this.text = text;
    }

    static SequencedMap<String, String> read(String text) {
        return new ParameterReader(text).readAll();
    }

    /// One section of a parameter that was cut in pieces.
    private record Section(String value, boolean encoded) {}

    private SequencedMap<String, String> readAll() {
        SequencedMap<String, String> plain = new LinkedHashMap<>();
        SequencedMap<String, SortedMap<Integer, Section>> sections = new LinkedHashMap<>();
        for (int count = 0; at < text.length() && count < MAX_PARAMETERS; count++) {
            String name = readName();
            if (at < text.length() && text.charAt(at) == '=') {
                at++;
                place(name.toLowerCase(Locale.ROOT), readValue(), plain, sections);
            } else {
                at++;
            }
        }
        // The extended form is the better one where both are given (RFC 5987 says so for HTTP; mail follows).
        sections.forEach((name, pieces) -> plain.put(name, join(pieces)));
        return plain;
    }

    private static void place(
            String name,
            String value,
            SequencedMap<String, String> plain,
            SequencedMap<String, SortedMap<Integer, Section>> sections) {
        int star = name.indexOf('*');
        if (name.isEmpty() || star == 0) {
            return;
        }
        if (star < 0) {
            plain.putIfAbsent(name, EncodedWords.decode(value));
            return;
        }
        boolean encoded = name.endsWith("*");
        String number = name.substring(star + 1, encoded ? Math.max(star + 1, name.length() - 1) : name.length());
        sectionNumber(number)
                .ifPresent(n -> sections.computeIfAbsent(name.substring(0, star), _ -> new TreeMap<>())
                        .putIfAbsent(n, new Section(value, encoded)));
    }

    private static Optional<Integer> sectionNumber(String digits) {
        if (digits.isEmpty()) {
            return Optional.of(0);
        }
        boolean number = digits.length() <= 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    private static String join(SortedMap<Integer, Section> pieces) {
        String charset = "utf-8";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int expected = 0;
        for (Map.Entry<Integer, Section> entry : pieces.entrySet()) {
            if (entry.getKey() != expected++) {
                break;
            }
            String value = entry.getValue().value();
            if (!entry.getValue().encoded()) {
                bytes.writeBytes(value.getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int first = value.indexOf('\'');
            int second = first < 0 ? -1 : value.indexOf('\'', first + 1);
            if (entry.getKey() == 0 && second >= 0) {
                charset = value.substring(0, first);
                value = value.substring(second + 1);
            }
            bytes.writeBytes(percentDecoded(value));
        }
        return CharacterSets.decode(Octets.of(bytes.toByteArray()), Optional.of(charset));
    }

    private static byte[] percentDecoded(String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '%' && isHex(value, i + 1) && isHex(value, i + 2)) {
                bytes.write(Integer.parseInt(value.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isHex(String value, int index) {
        return index < value.length() && Character.digit(value.charAt(index), 16) >= 0;
    }

    private String readName() {
        skipBlanksAnd(';');
        int start = at;
        while (at < text.length() && "=;".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return Parameters.withoutComments(text.substring(start, at)).strip();
    }

    private String readValue() {
        skipBlanksAnd(' ');
        if (at < text.length() && text.charAt(at) == '"') {
            return readQuoted();
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != ';') {
            at++;
        }
        return Parameters.withoutComments(text.substring(start, at)).strip();
    }

    private String readQuoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        at++;
        while (at < text.length() && text.charAt(at) != ';') {
            at++;
        }
        return value.toString();
    }

    private void skipBlanksAnd(char other) {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == other)) {
            at++;
        }
    }
}
