package org.waxwing.crypto.openpgp;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.bcpg.BCPGKey;
import org.bouncycastle.bcpg.ECPublicBCPGKey;
import org.bouncycastle.bcpg.Ed25519PublicBCPGKey;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.openpgp.bulk.SignatureMathematics;

/// Does the mathematics of many signatures by one key over parts of certificates. For Ed25519, which most
/// keys are today, the point of the key is computed once and the digest that is there already is used.
final class Verifier {
    private static final int ED25519 = 32;

    private final ContentVerifiers verifiers = new ContentVerifiers();
    private final PGPPublicKey key;
    private final Optional<Ed25519.PublicPoint> point;

    Verifier(PGPPublicKey key) {
        this.key = key;
        this.point = Bcpg.attempt(() -> point(key)).flatMap(found -> found);
    }

    private static Optional<Ed25519.PublicPoint> point(PGPPublicKey key) {
        BCPGKey material = key.getPublicKeyPacket().getKey();
        byte[] raw = switch (key.getAlgorithm()) {
            case PublicKeyAlgorithmTags.Ed25519 -> ((Ed25519PublicBCPGKey) material).getKey();
            case PublicKeyAlgorithmTags.EDDSA_LEGACY ->
                Algorithms.name(key).equals("Ed25519")
                        ? withoutPrefix(((ECPublicBCPGKey) material).getEncodedPoint())
                        : new byte[0];
            default -> new byte[0];
        };
        return raw.length == ED25519
                ? Optional.ofNullable(Ed25519.validatePublicKeyPartialExport(raw, 0))
                : Optional.empty();
    }

    /// The native form of a point begins with 0x40 (RFC 9580 §11.2.1).
    private static byte[] withoutPrefix(BigInteger encoded) {
        byte[] octets = encoded.toByteArray();
        if (octets.length != ED25519 + 1 || octets[0] != 0x40) {
            return new byte[0];
        }
        return java.util.Arrays.copyOfRange(octets, 1, octets.length);
    }

    /// Whether the signature is by the key over the part.
    ///
    /// @param digest of the part and the signature's own fields, as the signature asks for
    boolean holds(PGPSignature signature, SignedPart part, byte[] digest) {
        return Bcpg.attempt(() -> {
                    if (point.isPresent()) {
                        byte[] value = signature.getSignature();
                        if (value.length == Ed25519.SIGNATURE_SIZE) {
                            return Ed25519.verify(value, 0, point.get(), digest, 0, digest.length);
                        }
                    }
                    if (PostQuantumKeys.isPostQuantum(key.getAlgorithm())) {
                        return SignatureMathematics.verifies(
                                key, signature.getHashAlgorithm(), digest, signature.getSignature());
                    }
                    signature.init(verifiers, key);
                    signature.update(part.covered());
                    return signature.verify();
                })
                .orElse(false);
    }

    /// How many times as long one signature takes as one by Ed25519, roughly.
    int cost() {
        return switch (key.getAlgorithm()) {
            case 1, 3, 17 -> Math.max(1, key.getBitStrength() / 3072 * (key.getBitStrength() / 3072));
            case 19 -> 8;
            case 22, 27 -> 1;
            // SLH-DSA.
            case 32, 33, 34 -> 25;
            default -> 4;
        };
    }
}
