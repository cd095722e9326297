package org.waxwing.ui.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.mime.Mailbox;

/// What stands above a letter.
record LetterHead(String subject, List<Mailbox> from, List<Mailbox> recipients, Optional<Instant> date) {
    static LetterHead of(ProtectedFields fields) {
        return new LetterHead(
                fields.subject(),
                fields.from(),
                Stream.concat(fields.to().stream(), fields.cc().stream()).toList(),
                fields.date());
    }

    @Override
    public String toString() {
        return "LetterHead[redacted]";
    }
}
