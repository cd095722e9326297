package org.waxwing.crypto.cert;

import java.util.List;

/// Where the engine finds the user's own locked keys.
public interface SecretKeySource {
    /// The OpenPGP keys that hold a (sub)key with the 64-bit key ID; 0 asks for all, for hidden recipients
    /// (RFC 9580 §5.1.8).
    List<OpenPgpSecretKey> secretKeysFor(long keyId);

    /// All the S/MIME keys. A person has a few; which of them a message was encrypted for, the
    /// message says by their certificates' issuer and serial number.
    List<SmimeSecretKey> smimeKeys();

    /// A fixed few, in memory.
    static SecretKeySource of(List<? extends LockedSecretKey> keys) {
        return FixedSecretKeys.of(keys);
    }
}
