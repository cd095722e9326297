package org.waxwing.app.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;

/// Reads a typed end: `2029-03-01` (that day's beginning in UTC), `90d`, `12m`, `3y`, or `never`.
final class TypedTime {
    private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,5})([dmy])");
    private static final int DAYS_IN_A_MONTH = 30;
    private static final int DAYS_IN_A_YEAR = 365;

    private TypedTime() {}

    /// The end; nothing for "never".
    static Optional<Instant> end(String typed, Instant now) {
        if (typed.equals("never")) {
            return Optional.empty();
        }
        Matcher length = LENGTH.matcher(typed);
        if (length.matches()) {
            long number = Long.parseLong(length.group(1));
            return Optional.of(now.plus(Duration.ofDays(number * days(length.group(2)))));
        }
        try {
            return Optional.of(
                    LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException noDay) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_OPTION,
                    "“" + typed + "” is not a time that a seal can have.",
                    "Write a day such as 2029-03-01, a length such as 90d, 12m or 3y, or “never”.");
        }
    }

    private static int days(String unit) {
        return switch (unit) {
            case "d" -> 1;
            case "m" -> DAYS_IN_A_MONTH;
            default -> DAYS_IN_A_YEAR;
        };
    }
}
