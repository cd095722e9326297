package org.waxwing.app.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.mime.MailDate;
import org.waxwing.crypto.mime.PlainText;

/// Reads Received fields as four decades of servers have written them. What stands in parentheses is a
/// comment and never a clause, so `(... with ESMTPS)` sent as a host name fakes no protocol.
final class ReceivedReader {
    private static final int MOST_CHARACTERS = 8192;
    private static final Set<String> CLAUSES = Set.of("from", "by", "via", "with", "id", "for");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> fromComments = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private String clause = "";

    /// Whether a comment stands behind the name of the clause: a server that knows no name leaves it out, as
    /// in "from ([192.0.2.1]) by".
    private boolean commented;

    private ReceivedReader() {}

    /// @param value of the field, on one line; of a longer one than 8,192 characters the rest is not read
    static ReceivedField read(String value) {
        String bounded = PlainText.oneLine(value.substring(0, Math.min(value.length(), MOST_CHARACTERS)));
        ReceivedReader reader = new ReceivedReader();
        int date = reader.pieces(bounded);
        return new ReceivedField(
                Optional.ofNullable(reader.values.get("from")),
                reader.fromComments,
                Optional.ofNullable(reader.values.get("by")),
                Optional.ofNullable(reader.values.get("with")).or(() -> Optional.ofNullable(reader.values.get("via"))),
                reader.comments,
                reader.words,
                MailDate.parse(bounded.substring(date)));
    }

    /// Returns where the date begins: after the last semicolon outside comments.
    private int pieces(String value) {
        int date = 0;
        int at = 0;
        while (at < value.length()) {
            char c = value.charAt(at);
            if (c == '(') {
                int end = commentEnd(value, at);
                comment(value.substring(at + 1, end));
                at = end + 1;
            } else if (c == ';') {
                date = at + 1;
                at++;
                endClause();
            } else if (c == ' ') {
                at++;
            } else {
                int end = wordEnd(value, at);
                word(value.substring(at, end));
                at = end;
            }
        }
        return date;
    }

    /// Of the closing parenthesis; of the end, where it is missing.
    private static int commentEnd(String value, int open) {
        int depth = 0;
        for (int i = open; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return value.length();
    }

    private static int wordEnd(String value, int start) {
        int end = start;
        while (end < value.length() && " (;".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private void comment(String text) {
        (clause.equals("from") ? fromComments : comments).add(text.strip());
        commented = true;
    }

    private void word(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean begins = CLAUSES.contains(lower)
                && !values.containsKey(lower)
                && (values.containsKey(clause) || clause.isEmpty() || commented)
                && (!lower.equals("from") || words.isEmpty());
        words.add(text);
        if (begins) {
            clause = lower;
            commented = false;
        } else if (!clause.isEmpty() && !values.containsKey(clause)) {
            values.put(clause, text);
        } else if (clause.equals("with") && values.getOrDefault("with", "").startsWith("Microsoft")) {
            values.merge("with", text, (known, next) -> known + " " + next);
        }
    }

    /// What follows a semicolon belongs to no clause that is without a value, or whose value has several words.
    private void endClause() {
        if (clause.equals("with") || !values.containsKey(clause)) {
            clause = "";
        }
    }
}
