package org.waxwing.crypto.smime.identity;

import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.SecretBytes;

/// An open private key on its way from a file to its lock.
///
/// @param pkcs8 a PrivateKeyInfo (RFC 5208 §5)
/// @param half what it must have in common with its certificate
/// @param localId what the file ties it to its certificate with (RFC 7292 §4.2)
record FoundKey(SecretBytes pkcs8, PublicHalf half, Optional<Octets> localId) implements AutoCloseable {
    @Override
    public void close() {
        pkcs8.close();
    }

    @Override
    public String toString() {
        return "FoundKey[redacted]";
    }
}
