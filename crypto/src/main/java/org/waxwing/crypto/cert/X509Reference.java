package org.waxwing.crypto.cert;

import java.math.BigInteger;
import org.waxwing.crypto.mime.Octets;

/// How a CMS message names a signer's or a recipient's certificate (RFC 5652 §5.3, §6.2.1). A way to find
/// candidates, never an identification: anyone can issue a certificate with the same names.
public sealed interface X509Reference {
    /// @param issuer the issuer's distinguished name in DER
    record IssuerAndSerial(Octets issuer, BigInteger serial) implements X509Reference {}

    /// @param keyId the contents of the extension of that name (RFC 5280 §4.2.1.2)
    record SubjectKeyId(Octets keyId) implements X509Reference {}
}
