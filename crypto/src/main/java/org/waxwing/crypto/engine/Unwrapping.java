package org.waxwing.crypto.engine;

import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// What came of taking off a layer that hides nothing: a signature around its text, or a compression.
public sealed interface Unwrapping {
    /// @param content the MIME entity inside
    /// @param signatures one outcome for each signature; empty where there is none
    record Content(Octets content, List<SignatureOutcome> signatures) implements Unwrapping {
        public Content {
            signatures = List.copyOf(signatures);
        }

        @Override
        public String toString() {
            return "Content[redacted]";
        }
    }

    record Unsupported() implements Unwrapping {}

    record Malformed() implements Unwrapping {}

    record TooLarge() implements Unwrapping {}
}
