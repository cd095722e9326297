package org.waxwing.app.cli.sop;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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

    /// One instant; nothing means now.
    static Optional<Instant> at(Optional<String> typed) {
        return typed.filter(word -> !word.equals("now")).map(Dates::date);
    }

    /// Nothing means now.
    static Optional<Instant> notAfter(Optional<String> typed) {
        return typed.filter(word -> !word.equals("now")).map(word -> word.equals("-") ? END_OF_TIME : date(word));
    }

    /// ISO 8601 with an offset, in the extended or the basic form.
    private static Instant date(String word) {
        return Stream.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, BASIC)
                .flatMap(form -> parsed(word, form).stream())
                .findFirst()
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.UNSUPPORTED_OPTION,
                        "“" + word + "” is not a date.",
                        "Write it as 2026-11-23T12:00:00Z, or - for no limit."));
    }

    private static Optional<Instant> parsed(String word, DateTimeFormatter form) {
        try {
            return Optional.of(form.parse(word, Instant::from));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
