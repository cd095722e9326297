package org.waxwing.app.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One Received field, cut into its clauses (RFC 5321 §4.4).
///
/// @param from the name after `from`: what the client called itself
/// @param fromComments what the server noted about the client
/// @param comments all other comments, without their outer parentheses
/// @param words everything outside comments
record ReceivedField(
        Optional<String> from,
        List<String> fromComments,
        Optional<String> by,
        Optional<String> protocol,
        List<String> comments,
        List<String> words,
        Optional<Instant> at) {
    ReceivedField {
        fromComments = List.copyOf(fromComments);
        comments = List.copyOf(comments);
        words = List.copyOf(words);
    }

    @Override
    public String toString() {
        return "ReceivedField[redacted]";
    }
}
