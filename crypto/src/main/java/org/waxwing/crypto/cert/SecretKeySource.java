package org.waxwing.crypto.cert;

import java.util.List;

/// Where the engine finds the user's own locked keys.
public interface SecretKeySource {
    /// The keys that hold a (sub)key with the 64-bit key ID; 0 asks for all, for hidden recipients
    /// (RFC 9580 §5.1.8).
    List<LockedSecretKey> secretKeysFor(long keyId);

    /// A fixed few, in memory.
    static SecretKeySource of(List<LockedSecretKey> keys) {
        List<LockedSecretKey> own = List.copyOf(keys);
        return keyId -> keyId == 0
                ? own
                : own.stream()
                        .filter(key -> key.certificate().holdsKeyId(keyId))
                        .toList();
    }
}
