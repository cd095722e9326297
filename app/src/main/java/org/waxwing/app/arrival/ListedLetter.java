package org.waxwing.app.arrival;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.mime.Mailbox;

/// What the list shows of a letter; kept sealed, so that the list needs no key.
///
/// @param status nothing when the letter could not be opened
/// @param messageId with angle brackets
public record ListedLetter(
        List<Mailbox> from,
        List<Mailbox> to,
        String subject,
        String preview,
        Optional<Instant> date,
        boolean attachments,
        Optional<CryptographicSummary.Status> status,
        Optional<String> messageId) {
    /// Of a letter of which not even the outside can be read.
    static final ListedLetter UNKNOWN =
            new ListedLetter(List.of(), List.of(), "", "", Optional.empty(), false, Optional.empty(), Optional.empty());

    public ListedLetter {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    @Override
    public String toString() {
        return "ListedLetter[redacted]";
    }
}
