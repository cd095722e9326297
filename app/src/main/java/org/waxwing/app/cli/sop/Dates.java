package org.waxwing.app.cli.sop;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;

/// The dates of the draft: ISO 8601, `now`, or `-` for no limit.
final class Dates {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private Dates() {}

    static Optional<Instant> notBefore(Optional<String> typed) {
        return typed.filter(word -> !word.equals("-")).map(Dates::date);
    }

    /// Nothing means now.
    static Optional<Instant> notAfter(Optional<String> typed) {
        return typed.filter(word -> !word.equals("now")).map(word -> word.equals("-") ? END_OF_TIME : date(word));
    }

    private static Instant date(String word) {
        try {
            return OffsetDateTime.parse(word).toInstant();
        } catch (DateTimeParseException notADate) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_OPTION,
                    "“" + word + "” is not a date.",
                    "Write it as 2026-11-23T12:00:00Z, or - for no limit.");
        }
    }
}
