package org.waxwing.crypto.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The dates of header fields (RFC 5322 §3.3, and the obsolete forms of §4.3).
public final class MailDate {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{1,2})[\\s-]+([A-Za-z]{3})[a-z]*[\\s-]+(\\d{2,4})\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([+-]\\d{4}|[A-Za-z]+)?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.US);

    private MailDate() {}

    /// The instant that a field's value names, or nothing.
    public static Optional<Instant> parse(String value) {
        Matcher form = FORM.matcher(Parameters.withoutComments(value));
        if (!form.find()) {
            return Optional.empty();
        }
        try {
            int month = MONTHS.indexOf(form.group(2).toLowerCase(Locale.ROOT)) + 1;
            int second = form.group(6) == null ? 0 : Math.min(59, Integer.parseInt(form.group(6)));
            LocalDateTime local = LocalDateTime.of(
                    year(form.group(3)),
                    month,
                    Integer.parseInt(form.group(1)),
                    Integer.parseInt(form.group(4)),
                    Integer.parseInt(form.group(5)),
                    second);
            return Optional.of(local.toInstant(zone(form.group(7) == null ? "" : form.group(7))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// The instant in UTC, which tells nobody where its writer is.
    static String format(Instant date) {
        return WRITTEN.format(date.atOffset(ZoneOffset.UTC));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return switch (digits.length()) {
            case 2 -> year < 50 ? 2000 + year : 1900 + year;
            case 3 -> 1900 + year;
            default -> year;
        };
    }

    private static ZoneOffset zone(String name) {
        if (name.startsWith("+") || name.startsWith("-")) {
            int hours = Integer.parseInt(name.substring(1, 3));
            int minutes = Integer.parseInt(name.substring(3));
            int sign = name.startsWith("-") ? -1 : 1;
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }
        return ZoneOffset.ofHours(
                switch (name.toUpperCase(Locale.ROOT)) {
                    case "EDT" -> -4;
                    case "EST", "CDT" -> -5;
                    case "CST", "MDT" -> -6;
                    case "MST", "PDT" -> -7;
                    case "PST" -> -8;
                    default -> 0;
                });
    }
}
