package org.waxwing.crypto.cert;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The primary key or one subkey of an OpenPGP certificate.
///
/// @param keyId the 64-bit key ID, for look-up only
/// @param algorithm in words, such as "RSA 3072" or "Ed25519"
/// @param purposes what its key flags allow, whether or not it is valid now
public record ComponentKey(
        Fingerprint fingerprint,
        long keyId,
        String algorithm,
        Instant created,
        Optional<Instant> expires,
        Set<Objection.Purpose> purposes,
        boolean primary) {
    public ComponentKey {
        purposes = Set.copyOf(purposes);
    }
}
