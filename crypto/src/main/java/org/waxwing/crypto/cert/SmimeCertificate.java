package org.waxwing.crypto.cert;

import java.math.BigInteger;

/// One X.509 end-entity certificate (RFC 8550) as an address card: its names are what its issuer
/// certified of its owner, its fingerprint is SHA-256 over its DER, it begins at notBefore and ends at
/// notAfter.
///
/// What it says of itself is no more than its issuer's word; whether that issuer is believed is judged
/// over a whole path, with the trust that the person gave.
public non-sealed interface SmimeCertificate extends Certificate {
    /// SHA-256 over the whole.
    @Override
    Fingerprint.X509Sha256 fingerprint();

    /// Who issued it, in words, such as "Example Mail CA, Example Ltd"; it comes from a stranger, so a face
    /// strips what could mislead.
    String issuer();

    /// The number that its issuer gave it.
    BigInteger serial();

    /// The algorithm of its key in words, such as "RSA 3072" or "P-256".
    String algorithm();
}
