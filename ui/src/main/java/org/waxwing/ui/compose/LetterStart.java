package org.waxwing.ui.compose;

import java.util.List;
import org.waxwing.app.compose.Draft;
import org.waxwing.crypto.mime.Mailbox;

/// How a letter begins.
///
/// @param leftOut people of the letter answered whose addresses nothing protected, so they were not taken
///   over
public record LetterStart(Draft draft, List<Mailbox> leftOut) {
    public LetterStart {
        leftOut = List.copyOf(leftOut);
    }

    /// A new letter, or a kept draft.
    public static LetterStart of(Draft draft) {
        return new LetterStart(draft, List.of());
    }

    @Override
    public String toString() {
        return "LetterStart[redacted]";
    }
}
