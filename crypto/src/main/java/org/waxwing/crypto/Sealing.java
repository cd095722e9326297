package org.waxwing.crypto;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.SealingProblem;
import org.waxwing.crypto.cert.TokenProblem;

/// What came of sealing a letter.
public sealed interface Sealing {
    record Sealed(SealedMessage message) implements Sealing {}

    /// The signer's key is here but locked, and nobody gave its passphrase.
    ///
    /// @param token what is wrong with the token that it lies on
    record Locked(LockedSecretKey key, Optional<TokenProblem> token) implements Sealing {}

    /// Nothing was made. There is no road from here to the wire.
    record Refused(List<SealingProblem> problems) implements Sealing {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
