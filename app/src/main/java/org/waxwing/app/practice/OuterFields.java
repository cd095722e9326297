package org.waxwing.app.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// The header section as a mail server reads it: names and values by bytes, nothing decoded, lines folded
/// back (RFC 5322 §2.2).
///
/// @param fields in order
/// @param end where the body begins, after the empty line
record OuterFields(List<Field> fields, int end) {
    OuterFields {
        fields = List.copyOf(fields);
    }

    /// @param value in one line, blanks around it gone
    /// @param from where it begins in the message
    /// @param to where it ends, CRLF included
    record Field(String name, String value, int from, int to) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }

        @Override
        public String toString() {
            return "Field[" + name + ", redacted]";
        }
    }

    static OuterFields of(Octets message) {
        List<Field> fields = new ArrayList<>();
        int at = 0;
        while (at < message.length()) {
            int lineEnd = endOfLine(message, at);
            if (isBlank(message.slice(at, lineEnd))) {
                return new OuterFields(fields, lineEnd);
            }
            int end = lineEnd;
            while (end < message.length() && (message.at(end) == ' ' || message.at(end) == '\t')) {
                end = endOfLine(message, end);
            }
            int colon = message.indexOf(':', at);
            if (colon >= 0 && colon < end) {
                String name = message.slice(at, colon).latin1().strip();
                String value = message.slice(colon + 1, end).latin1();
                fields.add(new Field(name, value.replaceAll("\r?\n", "").strip(), at, end));
            }
            at = end;
        }
        return new OuterFields(fields, message.length());
    }

    Optional<String> first(String name) {
        return fields.stream().filter(field -> field.is(name)).map(Field::value).findFirst();
    }

    /// Whether some field of the name holds the text, without regard to case.
    boolean holds(String name, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return fields.stream()
                .anyMatch(field ->
                        field.is(name) && field.value().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static int endOfLine(Octets message, int from) {
        int newline = message.indexOf('\n', from);
        return newline < 0 ? message.length() : newline + 1;
    }

    private static boolean isBlank(Octets line) {
        return line.length() <= 2 && line.latin1().isBlank();
    }

    @Override
    public String toString() {
        return "OuterFields[" + fields.size() + "]";
    }
}
