package org.waxwing.crypto.cert;

import org.waxwing.crypto.mime.Octets;

/// What became of a [TokenOperation].
public sealed interface TokenAnswer {
    record Done(Octets result) implements TokenAnswer {
        @Override
        public String toString() {
            return "Done[redacted]";
        }
    }

    /// The token doesn't offer this operation, whatever the octets are.
    record CannotDo() implements TokenAnswer {}

    /// The token did not take these octets. Why is not said: it may depend on the key and on what a stranger
    /// sent.
    record Refused() implements TokenAnswer {}

    /// The token can't be asked any more, which has nothing to do with the octets.
    record Lost(TokenProblem why) implements TokenAnswer {}
}
