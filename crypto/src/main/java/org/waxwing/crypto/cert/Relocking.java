package org.waxwing.crypto.cert;

/// What came of changing the lock of a secret key.
public sealed interface Relocking {
    record Relocked(OpenPgpSecretKey key) implements Relocking {}

    record WrongPassphrase() implements Relocking {}

    /// It can't be unlocked here at all: a smart card holds it, or the protection is unknown.
    record NotPossible(KeyMaterial.SkipReason reason) implements Relocking {}
}
