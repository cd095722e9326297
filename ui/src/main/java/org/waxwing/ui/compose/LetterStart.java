package org.waxwing.ui.compose;

import java.util.List;
import org.waxwing.app.compose.Draft;
import org.waxwing.crypto.mime.Mailbox;

/// How a letter begins.
///
/// @param leftOut people of the letter answered whose addresses nothing protected, so they were not taken
///   over
/// @param caution what its writer should know before they add anything to it
public record LetterStart(Draft draft, List<Mailbox> leftOut, Caution caution) {
    public LetterStart {
        leftOut = List.copyOf(leftOut);
    }

    /// A new letter, or a kept draft.
    public static LetterStart of(Draft draft) {
        return new LetterStart(draft, List.of(), Caution.NONE);
    }

    /// About the sealed letter that is answered.
    public enum Caution {
        NONE,
        /// It names somebody else inside than outside; the answer goes to the one inside.
        NAMED_INSIDE,
        /// Nothing ties its text to the one who is answered, so nothing of it is quoted.
        MAY_BE_COPIED,
        /// It names nobody who could be answered, and nothing of it is quoted.
        NOBODY_NAMED
    }

    @Override
    public String toString() {
        return "LetterStart[redacted]";
    }
}
