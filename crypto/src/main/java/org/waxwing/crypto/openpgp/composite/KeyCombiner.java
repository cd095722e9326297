package org.waxwing.crypto.openpgp.composite;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA3Digest;

/// Makes one key of two shares, so that whoever breaks only one of ML-KEM and the curve gets nothing
/// (RFC 9980 §4.2.1).
final class KeyCombiner {
    private static final byte[] DOMAIN = "OpenPGPCompositeKDFv1".getBytes(StandardCharsets.US_ASCII);

    private KeyCombiner() {}

    /// The key that wraps the session key, 32 octets.
    ///
    /// @param point the ephemeral point of the message
    /// @param recipient the recipient's own point
    static byte[] combine(byte[] mlKemShare, byte[] ecdhShare, byte[] point, byte[] recipient, int algorithm) {
        SHA3Digest digest = new SHA3Digest(256);
        digest.update(mlKemShare, 0, mlKemShare.length);
        digest.update(ecdhShare, 0, ecdhShare.length);
        digest.update(point, 0, point.length);
        digest.update(recipient, 0, recipient.length);
        digest.update((byte) algorithm);
        digest.update(DOMAIN, 0, DOMAIN.length);
        digest.update((byte) DOMAIN.length);
        byte[] key = new byte[32];
        digest.doFinal(key, 0);
        return key;
    }
}
