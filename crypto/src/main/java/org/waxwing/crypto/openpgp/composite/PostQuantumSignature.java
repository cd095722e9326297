package org.waxwing.crypto.openpgp.composite;

import java.security.SecureRandom;
import org.waxwing.crypto.mime.Octets;

/// A scheme that signs. What it signs is the digest of RFC 9580 §5.2.4.
public sealed interface PostQuantumSignature extends PostQuantumScheme permits CompositeSignature, HashBasedSignature {
    /// In octets.
    int SHORTEST_DIGEST = 32;

    /// In octets.
    int signatureLength();

    /// A signature in the hedged form: the randomness protects against faults, and a broken source of it
    /// still betrays nothing (RFC 9980 §9.3).
    Octets sign(Octets secretKey, Octets digest, SecureRandom random);

    /// Whether the whole signature holds, every part of it. None does over a digest that is shorter than
    /// 256 bits (RFC 9980 §5.3.1, §6.2.1).
    boolean verify(Octets publicKey, Octets digest, Octets signature);

    @Override
    default boolean isAllowedIn(int keyVersion) {
        return keyVersion == 6;
    }
}
