package org.waxwing.crypto.smime.path;

import java.security.cert.CRLReason;
import java.time.Instant;
import java.util.Set;

/// What the evidence at hand says of revocation.
public sealed interface Revocation {
    /// Nothing at hand, or not enough, or too old: nobody knows.
    record NotChecked() implements Revocation {}

    /// Every certificate below the anchor is covered, and none is revoked.
    record Good() implements Revocation {}

    /// @param reason what its authority gives as the reason (RFC 5280 §5.3.1)
    record Revoked(Instant since, CRLReason reason) implements Revocation {
        private static final Set<CRLReason> HARD = Set.of(
                CRLReason.UNSPECIFIED, CRLReason.KEY_COMPROMISE, CRLReason.CA_COMPROMISE, CRLReason.AA_COMPROMISE);

        /// The key, or an authority's key, may have been stolen: what it ever signed doesn't count.
        public boolean hard() {
            return HARD.contains(reason);
        }
    }
}
