package org.waxwing.crypto.cert;

import org.waxwing.crypto.mime.Octets;

/// A key just made.
///
/// @param revocation an armoured revocation certificate, made at birth so that a lost key can still be
///   ended
public record NewKey(OpenPgpSecretKey key, Octets revocation) {
    @Override
    public String toString() {
        return "NewKey[redacted]";
    }
}
