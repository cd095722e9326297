package org.waxwing.ui.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.ui.text.Excerpt;

/// What stands above a letter.
record LetterHead(String subject, List<Mailbox> from, List<Mailbox> recipients, Optional<Instant> date) {
    private static final int LONGEST_SUBJECT = 300;

    static LetterHead of(ProtectedFields fields) {
        return new LetterHead(
                subject(fields),
                fields.from(),
                Stream.concat(fields.to().stream(), fields.cc().stream()).toList(),
                fields.date());
    }

    /// As much of it as there is room for above a letter.
    static String subject(ProtectedFields fields) {
        return Excerpt.of(fields.subject(), LONGEST_SUBJECT);
    }

    @Override
    public String toString() {
        return "LetterHead[redacted]";
    }
}
