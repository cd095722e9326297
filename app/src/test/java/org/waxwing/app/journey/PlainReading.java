package org.waxwing.app.journey;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Received field read a second time in another way: by patterns over the whole line, as scripts do. It
/// knows nothing of who may have written which part.
final class PlainReading {
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern FROM = Pattern.compile("^from\\s+([^\\s;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY = Pattern.compile("(?:^|\\s)by\\s+([^\\s;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH = Pattern.compile("\\swith\\s+([^\\s;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION =
            Pattern.compile("(TLS|SSL)[ v]{0,2}(\\d)(?:[._](\\d))?(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECURE =
            Pattern.compile("(?:utf8)?(?:e?smtp|lmtp)sa?|https", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[EEE, ]d MMM yyyy H:mm[:ss] [xx][z]")
            .toFormatter(Locale.ENGLISH);

    private final String line;
    private final String clauses;

    PlainReading(String field) {
        this.line = field.replaceAll("\\s+", " ").strip();
        String without = line;
        for (String before = ""; !before.equals(without); ) {
            before = without;
            without = COMMENT.matcher(before).replaceAll(" ");
        }
        this.clauses = without.strip();
    }

    Optional<String> from() {
        return first(FROM, clauses);
    }

    Optional<String> by() {
        return first(BY, clauses);
    }

    Optional<String> with() {
        return first(WITH, clauses);
    }

    boolean tls() {
        return with().filter(word -> SECURE.matcher(word).matches()
                                && !word.toLowerCase(Locale.ROOT).matches("(?:utf8)?e?smtp|lmtp"))
                        .isPresent()
                || line.matches("(?i).*(?:using tls|\\(?version=(?:tls|ssl)|\\(tls|cipher).*");
    }

    Optional<String> version() {
        Matcher found = VERSION.matcher(line);
        return found.find()
                ? Optional.of(found.group(1).toUpperCase(Locale.ROOT) + " " + found.group(2) + "."
                        + (found.group(3) == null ? "0" : found.group(3)))
                : Optional.empty();
    }

    Optional<Instant> at() {
        try {
            String date = clauses.substring(clauses.lastIndexOf(';') + 1)
                    .replaceAll("\\s+", " ")
                    .strip();
            return Optional.of(OffsetDateTime.parse(date, DATE).toInstant());
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
