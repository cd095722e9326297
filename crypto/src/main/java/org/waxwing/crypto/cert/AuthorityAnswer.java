package org.waxwing.crypto.cert;

import java.util.List;
import java.util.Optional;

/// What came of reading the answer of a certification authority.
public sealed interface AuthorityAnswer {
    /// One of its certificates is for a key that is here.
    ///
    /// @param key as it was locked before, with its new certificate and the certificates above it that the
    ///   answer holds
    /// @param waiting the request that this answers; nothing where the key has a certificate already
    /// @param authorities everything in the answer that may issue others
    record Fits(SmimeSecretKey key, Optional<WaitingKey> waiting, List<SmimeCertificate> authorities)
            implements AuthorityAnswer {
        public Fits {
            authorities = List.copyOf(authorities);
        }

        @Override
        public String toString() {
            return "Fits[redacted]";
        }
    }

    /// None of them is for a key that is here.
    ///
    /// @param certificates how many there were
    record ForAnotherKey(int certificates) implements AuthorityAnswer {}

    /// It can't be read, or holds no certificate.
    record Refused(IdentityProblem problem) implements AuthorityAnswer {}
}
