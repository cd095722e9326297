package org.waxwing.keystore;

import java.time.Instant;
import java.util.Optional;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.Token;

/// An X.509 certificate as the keyring holds it.
///
/// @param firstSeen when it came into the keyring
/// @param own whether the keyring holds its private key too, or knows the token that does
/// @param authority whether it confirms others rather than belonging to a person
/// @param token the one that its private key lies on
public record SmimeEntry(
        SmimeCertificate certificate,
        Acceptance acceptance,
        Instant firstSeen,
        boolean own,
        boolean authority,
        Optional<Token> token) {}
