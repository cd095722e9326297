package org.waxwing.keystore;

import java.time.Instant;
import org.waxwing.crypto.cert.SmimeCertificate;

/// An X.509 certificate as the keyring holds it.
///
/// @param firstSeen when it came into the keyring
/// @param own whether the keyring holds its private key too
/// @param authority whether it confirms others rather than belonging to a person
public record SmimeEntry(
        SmimeCertificate certificate, Acceptance acceptance, Instant firstSeen, boolean own, boolean authority) {}
