package org.waxwing.app.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waxwing.crypto.mime.PlainText;

/// One Authentication-Results field (RFC 8601 §2.2).
///
/// @param server the authserv-id: who says so
record ResultsField(String server, List<Authentication.Result> results) {
    private static final int MOST_CHARACTERS = 8192;
    private static final int MOST_RESULTS = 32;
    private static final Pattern SERVER = Pattern.compile("\\s*\"?([^\\s\";=]+)\"?(?:\\s+\\d+)?\\s*");
    private static final Pattern METHOD =
            Pattern.compile("\\s*([A-Za-z0-9-]{1,30})\\s*(?:/\\s*\\d+\\s*)?=\\s*([A-Za-z0-9]{1,20})(?:\\s+(.*))?");
    private static final Pattern PROPERTY =
            Pattern.compile("([A-Za-z]{1,20}\\.[A-Za-z0-9-]{1,40})\\s*=\\s*(\"[^\"]*\"|[^\\s;\"]+)");

    ResultsField {
        results = List.copyOf(results);
    }

    /// Nothing where the field doesn't say whose word it is.
    static Optional<ResultsField> read(String value) {
        List<String> pieces = pieces(PlainText.oneLine(value.substring(0, Math.min(value.length(), MOST_CHARACTERS))));
        Matcher server = SERVER.matcher(pieces.getFirst());
        if (!server.matches()) {
            return Optional.empty();
        }
        List<Authentication.Result> results = pieces.stream()
                .skip(1)
                .limit(MOST_RESULTS)
                .flatMap(piece -> result(piece).stream())
                .toList();
        return Optional.of(new ResultsField(server.group(1).toLowerCase(Locale.ROOT), results));
    }

    private static Optional<Authentication.Result> result(String piece) {
        Matcher form = METHOD.matcher(piece);
        if (!form.matches()) {
            return Optional.empty();
        }
        List<Authentication.Property> properties = new ArrayList<>();
        Matcher property = PROPERTY.matcher(form.group(3) == null ? "" : form.group(3));
        while (property.find()) {
            properties.add(new Authentication.Property(
                    property.group(1).toLowerCase(Locale.ROOT),
                    property.group(2).replace("\"", "")));
        }
        return Optional.of(new Authentication.Result(
                form.group(1).toLowerCase(Locale.ROOT), form.group(2).toLowerCase(Locale.ROOT), properties));
    }

    /// What stands between semicolons, comments left out; there is always a first piece.
    private static List<String> pieces(String value) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && (quoted || depth > 0)) {
                i++;
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
                piece.append(c);
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && depth > 0) {
                depth--;
                piece.append(' ');
            } else if (!quoted && depth == 0 && c == ';') {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else if (depth == 0) {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    @Override
    public String toString() {
        return "ResultsField[redacted]";
    }
}
