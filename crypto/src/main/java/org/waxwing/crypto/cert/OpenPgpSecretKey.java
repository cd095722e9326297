package org.waxwing.crypto.cert;

import org.waxwing.crypto.mime.Octets;

/// A Transferable Secret Key (RFC 9580 §10.2) whose secret parts are locked with a passphrase. It is
/// unlocked only inside one call of the engine.
///
/// @param certificate its public half
/// @param encoded the whole key in binary form, secret parts locked
public record OpenPgpSecretKey(OpenPgpCertificate certificate, Octets encoded) implements LockedSecretKey {
    @Override
    public String toString() {
        return "OpenPgpSecretKey[redacted]";
    }
}
