package org.waxwing.app.compose;

import java.util.List;
import java.util.Optional;

/// The letter that a draft answers.
///
/// @param inReplyTo its Message-ID, with angle brackets
/// @param references the thread, oldest first
/// @param sealed it was a sealed letter, so what the draft quotes of it is private
public record Answered(Optional<String> inReplyTo, List<String> references, boolean sealed) {
    public Answered {
        references = List.copyOf(references);
    }

    /// A letter that answers none.
    public static Answered nothing() {
        return new Answered(Optional.empty(), List.of(), false);
    }
}
