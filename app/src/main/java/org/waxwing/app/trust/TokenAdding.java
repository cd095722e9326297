package org.waxwing.app.trust;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.cert.TokenProblem;

/// What came of looking at the tokens of a library.
public sealed interface TokenAdding {
    /// @param tokens all that are plugged in; may be empty
    record Looked(List<Line> tokens) implements TokenAdding {
        public Looked {
            tokens = List.copyOf(tokens);
        }
    }

    /// Nothing was looked at, and nothing kept.
    record Failed(TokenProblem why) implements TokenAdding {}

    /// @param kept certificates whose keys are on it
    /// @param withoutKey certificates whose keys aren't
    /// @param unreadable certificates that are none
    /// @param problem why its keys could not be seen; nothing was kept then
    record Line(Token token, List<Card> kept, int withoutKey, int unreadable, Optional<TokenProblem> problem) {
        public Line {
            kept = List.copyOf(kept);
        }

        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }
}
