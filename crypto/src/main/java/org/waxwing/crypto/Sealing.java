package org.waxwing.crypto;

import java.util.List;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.SealingProblem;

/// What came of sealing a letter.
public sealed interface Sealing {
    record Sealed(SealedMessage message) implements Sealing {}

    /// The signer's key is here but locked, and nobody gave its passphrase.
    record Locked(LockedSecretKey key) implements Sealing {}

    /// Nothing was made. There is no road from here to the wire.
    record Refused(List<SealingProblem> problems) implements Sealing {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
