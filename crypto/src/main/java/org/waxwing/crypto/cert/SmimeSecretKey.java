package org.waxwing.crypto.cert;

import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// The private key that belongs to an X.509 certificate, locked with a passphrase.
///
/// @param chain the certificates above it, each in DER, its issuer's first and possibly without the anchor:
///   what goes along with a signature so that the reader can build the path (RFC 8551 §2.3)
/// @param encoded a DER EncryptedPrivateKeyInfo (RFC 5958 §3): PBES2 with AES-256 and PBKDF2-HMAC-SHA256
public record SmimeSecretKey(SmimeCertificate certificate, List<Octets> chain, Octets encoded)
        implements LockedSecretKey {
    public SmimeSecretKey {
        chain = List.copyOf(chain);
    }

    @Override
    public String toString() {
        return "SmimeSecretKey[redacted]";
    }
}
