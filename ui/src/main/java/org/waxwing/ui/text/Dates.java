package org.waxwing.ui.text;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Dates as the person reads them, in their zone and language.
///
/// @param clock what "today" means
public record Dates(InstantSource clock, ZoneId zone, Locale locale) {
    /// Dates of this computer.
    public static Dates here() {
        return new Dates(InstantSource.system(), ZoneId.systemDefault(), Locale.getDefault(Locale.Category.FORMAT));
    }

    /// For a row of a list: the time when it was today, the day without a year when it was this year.
    public String brief(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        if (day.equals(today)) {
            return format(at, DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
        }
        return day.getYear() == today.getYear()
                ? format(at, DateTimeFormatter.ofLocalizedPattern("MMMd"))
                : format(at, DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT));
    }

    /// The day in words.
    public String day(Instant at) {
        return format(at, DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG));
    }

    /// Day and time.
    public String full(Instant at) {
        return format(at, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT));
    }

    private String format(Instant at, DateTimeFormatter formatter) {
        return formatter.withLocale(locale).format(at.atZone(zone));
    }
}
