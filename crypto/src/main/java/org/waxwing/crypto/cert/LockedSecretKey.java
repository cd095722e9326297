package org.waxwing.crypto.cert;

/// A secret key that is locked with a passphrase or lies on a token. It is unlocked only inside one call of
/// the engine.
public sealed interface LockedSecretKey permits OpenPgpSecretKey, SmimeSecretKey {
    /// Its public half.
    Certificate certificate();

    default Fingerprint fingerprint() {
        return certificate().fingerprint();
    }
}
