package org.waxwing.app.read;

import org.waxwing.crypto.cert.Token;

/// The question for the PIN of a token.
public record PinQuestion(Token token, Tries tries) {
    /// What a wrong answer would do.
    public enum Tries {
        /// As many as the token allows; most lock after three.
        ALL,
        /// A wrong PIN came before, so fewer are left.
        FEWER,
        /// The next wrong one locks the token.
        LAST
    }

    @Override
    public String toString() {
        return "PinQuestion[redacted]";
    }
}
