package org.waxwing.crypto.cert;

import java.time.Instant;
import java.util.Optional;

/// A change that the owner of a key makes to it. It is always something more that is said; nothing that
/// was said before is taken out, so that every copy that others have can be brought up to date.
public sealed interface KeyChange {
    /// Another end for the whole: the primary key, and the subkeys that ended with it or are in use.
    ///
    /// @param ends nothing means never
    record Validity(Optional<Instant> ends) implements KeyChange {}

    /// Another end for one subkey.
    record SubkeyValidity(Fingerprint subkey, Optional<Instant> ends) implements KeyChange {}

    /// One more subkey, of the curve that goes with the key's version.
    record AddSubkey(Objection.Purpose purpose, Optional<Instant> ends) implements KeyChange {}

    /// Ends one subkey for good.
    ///
    /// @param words for whoever looks into the certificate; public
    record RevokeSubkey(Fingerprint subkey, RevocationReason reason, String words) implements KeyChange {
        public RevokeSubkey {
            requireForKeys(reason);
        }
    }

    record AddUserId(UserId userId) implements KeyChange {
        @Override
        public String toString() {
            return "AddUserId[redacted]";
        }
    }

    /// Takes back a user id; it can be added again.
    record RevokeUserId(UserId userId) implements KeyChange {
        @Override
        public String toString() {
            return "RevokeUserId[redacted]";
        }
    }

    /// Puts one user id before the others.
    record PrimaryUserId(UserId userId) implements KeyChange {
        @Override
        public String toString() {
            return "PrimaryUserId[redacted]";
        }
    }

    /// Ends the whole key for good.
    ///
    /// @param words for whoever looks into the certificate; public
    record Revoke(RevocationReason reason, String words) implements KeyChange {
        public Revoke {
            requireForKeys(reason);
        }
    }

    private static void requireForKeys(RevocationReason reason) {
        if (reason == RevocationReason.USER_ID_INVALID) {
            throw new IllegalArgumentException("this reason is for user ids");
        }
    }
}
