package org.waxwing.crypto.cert;

import org.waxwing.crypto.mime.Octets;

/// A key just made, with the request that goes to the certification authority. It waits until the authority
/// answers with a certificate.
///
/// @param wish what the request asks for
/// @param locked the private key, an EncryptedPrivateKeyInfo under the passphrase given for it
/// @param request a CertificationRequest in DER (RFC 2986 §4.2); it holds nothing secret
public record WaitingKey(CertificateWish wish, Octets locked, Octets request) {
    @Override
    public String toString() {
        return "WaitingKey[redacted]";
    }
}
