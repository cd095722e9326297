package org.waxwing.app.cli.sop;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;

/// The dates of the draft: ISO 8601, `now`, or `-` for no limit.
final class Dates {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm[ss]X", Locale.ROOT);

    private Dates() {}

    static Optional<Instant> notBefore(Optional<String> typed) {
        return typed.filter(word -> !word.equals("-")).map(Dates::date);
    }

    /// Nothing means now.
    static Optional<Instant> notAfter(Optional<String> typed) {
        return typed.filter(word -> !word.equals("now")).map(word -> word.equals("-") ? END_OF_TIME : date(word));
    }

    /// ISO 8601 with an offset, in the extended or the basic form, with or without seconds.
    private static Instant date(String word) {
        for (DateTimeFormatter form : List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, BASIC)) {
            try {
                return form.parse(word, Instant::from);
            } catch (DateTimeParseException _) {
                // The other form may fit.
                continue;
            }
        }
        throw new CommandProblem(
                ExitCode.UNSUPPORTED_OPTION,
                "“" + word + "” is not a date.",
                "Write it as 2026-11-23T12:00:00Z, or - for no limit.");
    }
}
