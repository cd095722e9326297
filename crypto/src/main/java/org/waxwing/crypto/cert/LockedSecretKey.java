package org.waxwing.crypto.cert;

import org.waxwing.crypto.mime.Octets;

/// A secret key that is locked with a passphrase. It is unlocked only inside one call of the engine.
public sealed interface LockedSecretKey permits OpenPgpSecretKey, SmimeSecretKey {
    /// Its public half.
    Certificate certificate();

    /// The key in binary form, secret parts locked.
    Octets encoded();

    default Fingerprint fingerprint() {
        return certificate().fingerprint();
    }
}
