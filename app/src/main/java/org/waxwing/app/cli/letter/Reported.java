package org.waxwing.app.cli.letter;

import org.waxwing.app.read.Reading;

/// A reading and its report, which is made in the time that the letter has.
public record Reported(Reading reading, LetterReport report) {
    /// @param file the name under which the letter was asked for
    public static Reported of(String file, Reading reading) {
        return new Reported(reading, ReadingReport.of(file, reading));
    }

    @Override
    public String toString() {
        return "Reported[redacted]";
    }
}
