package org.waxwing.keystore;

import java.time.Instant;
import org.waxwing.crypto.cert.OpenPgpCertificate;

/// A certificate as the keyring holds it.
///
/// @param firstSeen when it came into the keyring
/// @param own whether the keyring holds its secret key too
public record CertificateEntry(OpenPgpCertificate certificate, Acceptance acceptance, Instant firstSeen, boolean own) {}
