package org.waxwing.app.practice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waxwing.crypto.mime.Octets;

/// `BODY[section]<from.count>` (RFC 3501 §6.4.5) for the message as a whole. Sections of single MIME
/// parts are not served: our letters are sealed, and their parts mean nothing here.
///
/// @param section in upper case, such as "HEADER.FIELDS (FROM TO)", or empty for everything
/// @param peek leaves \Seen alone
record ImapSection(String section, boolean peek, Optional<Long> from, int count) {
    private static final Pattern SYNTAX =
            Pattern.compile("BODY(\\.PEEK)?\\[([^\\]]*)](?:<([0-9]{1,10})\\.([0-9]{1,9})>)?");
    private static final Pattern SECTION =
            Pattern.compile("|HEADER|TEXT|HEADER\\.FIELDS(\\.NOT)? \\([!-'*-~]+( [!-'*-~]+)*\\)");

    static Optional<ImapSection> parse(String item) {
        Matcher matcher = SYNTAX.matcher(item.toUpperCase(Locale.ROOT));
        if (!matcher.matches() || !SECTION.matcher(matcher.group(2)).matches()) {
            return Optional.empty();
        }
        return Optional.of(new ImapSection(
                matcher.group(2),
                matcher.group(1) != null,
                Optional.ofNullable(matcher.group(3)).map(Long::valueOf),
                matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4))));
    }

    /// How the answer names it.
    String answerName() {
        return "BODY[" + section + "]" + from.map(start -> "<" + start + ">").orElse("");
    }

    Octets of(Octets letter) {
        Octets whole = whole(letter);
        if (from.isEmpty()) {
            return whole;
        }
        int start = (int) Math.min(from.get(), whole.length());
        int end = (int) Math.min((long) start + count, whole.length());
        return whole.slice(start, end);
    }

    private Octets whole(Octets letter) {
        if (section.isEmpty()) {
            return letter;
        }
        OuterFields fields = OuterFields.of(letter);
        if (section.equals("TEXT")) {
            return letter.slice(fields.end(), letter.length());
        }
        if (section.equals("HEADER")) {
            return letter.slice(0, fields.end());
        }
        boolean not = section.startsWith("HEADER.FIELDS.NOT");
        List<String> names = List.of(section.substring(section.indexOf('(') + 1, section.length() - 1)
                .split(" "));
        List<Octets> chosen = fields.fields().stream()
                .filter(field -> names.stream().anyMatch(field::is) != not)
                .map(field -> letter.slice(field.from(), field.to()))
                .toList();
        return Runs.joined(List.of(Runs.joined(chosen), Octets.ofUtf8("\r\n")));
    }
}
