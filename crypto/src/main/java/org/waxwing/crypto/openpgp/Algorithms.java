package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.BCPGKey;
import org.bouncycastle.bcpg.ECPublicBCPGKey;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.waxwing.crypto.openpgp.composite.PostQuantumScheme;
import org.waxwing.crypto.openpgp.composite.PostQuantumSchemes;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// The algorithms that we know by number (RFC 9580 §9), their names, and what the policy says of them.
final class Algorithms {
    private static final Map<Integer, String> HASHES = Map.of(
            1,
            "MD5",
            2,
            "SHA-1",
            3,
            "RIPEMD-160",
            8,
            "SHA-256",
            9,
            "SHA-384",
            10,
            "SHA-512",
            11,
            "SHA-224",
            12,
            "SHA3-256",
            14,
            "SHA3-512");
    private static final Set<Integer> STRONG_HASHES = Set.of(8, 9, 10, 11, 12, 14);
    private static final Set<Integer> BROKEN_HASHES =
            Set.of(HashAlgorithmTags.MD5, HashAlgorithmTags.SHA1, HashAlgorithmTags.RIPEMD160);
    private static final Set<Integer> CAN_SIGN = Set.of(1, 3, 17, 19, 22, 27, 28, 30, 31, 32, 33, 34);
    private static final Set<Integer> CAN_ENCRYPT = Set.of(1, 2, 16, 18, 25, 26, 35, 36);
    private static final Map<String, String> CURVES = Map.ofEntries(
            Map.entry("1.2.840.10045.3.1.7", "NIST P-256"),
            Map.entry("1.3.132.0.34", "NIST P-384"),
            Map.entry("1.3.132.0.35", "NIST P-521"),
            Map.entry("1.3.132.0.10", "secp256k1"),
            Map.entry("1.3.36.3.3.2.8.1.1.7", "Brainpool P-256"),
            Map.entry("1.3.36.3.3.2.8.1.1.11", "Brainpool P-384"),
            Map.entry("1.3.36.3.3.2.8.1.1.13", "Brainpool P-512"),
            Map.entry("1.3.6.1.4.1.11591.15.1", "Ed25519"),
            Map.entry("1.3.101.112", "Ed25519"),
            Map.entry("1.3.6.1.4.1.3029.1.5.1", "Curve25519"),
            Map.entry("1.3.101.110", "Curve25519"),
            Map.entry("1.3.101.111", "X448"),
            Map.entry("1.3.101.113", "Ed448"));
    private static final Map<Integer, String> CIPHERS = Map.ofEntries(
            Map.entry(1, "IDEA"),
            Map.entry(2, "3DES"),
            Map.entry(3, "CAST5"),
            Map.entry(4, "Blowfish"),
            Map.entry(7, "AES-128"),
            Map.entry(8, "AES-192"),
            Map.entry(9, "AES-256"),
            Map.entry(10, "Twofish"),
            Map.entry(11, "Camellia-128"),
            Map.entry(12, "Camellia-192"),
            Map.entry(13, "Camellia-256"));

    private Algorithms() {}

    static boolean isKnown(int algorithm) {
        return canSign(algorithm) || canEncrypt(algorithm);
    }

    static boolean canSign(int algorithm) {
        return CAN_SIGN.contains(algorithm);
    }

    static boolean canEncrypt(int algorithm) {
        return CAN_ENCRYPT.contains(algorithm);
    }

    /// Whether a signature by this hash may count at some date, so that it is worth the mathematics.
    static boolean isHashEverAcceptable(int hash) {
        return STRONG_HASHES.contains(hash) || BROKEN_HASHES.contains(hash);
    }

    /// MD5, SHA-1, RIPEMD-160.
    static boolean isHashBroken(int hash) {
        return BROKEN_HASHES.contains(hash);
    }

    static boolean acceptsDocument(AlgorithmPolicy policy, int hash, Instant made) {
        return isHashEverAcceptable(hash) && policy.acceptsDocument(hashName(hash), made);
    }

    static boolean acceptsSelfSignature(AlgorithmPolicy policy, int hash, Instant made) {
        return isHashEverAcceptable(hash) && policy.acceptsSelfSignature(hashName(hash), made);
    }

    static String hashName(int hash) {
        return HASHES.getOrDefault(hash, "hash " + hash);
    }

    static String cipherName(int cipher) {
        return CIPHERS.getOrDefault(cipher, "cipher " + cipher);
    }

    /// Whether these bits may stand in a key of this version: a v6 key has no curves of the old encoding
    /// (RFC 9580 §5.5.5.5, §5.5.5.6), and post-quantum algorithms are for v6, but for one (RFC 9980 §3.5).
    static boolean isLegal(PGPPublicKey key) {
        if (!PostQuantumKeys.isLegal(key)) {
            return false;
        }
        if (key.getVersion() != PublicKeyPacket.VERSION_6) {
            return true;
        }
        return key.getAlgorithm() != PublicKeyAlgorithmTags.EDDSA_LEGACY
                && !curve(key).equals("Curve25519");
    }

    private static String curve(PGPPublicKey key) {
        BCPGKey material = key.getPublicKeyPacket().getKey();
        return material instanceof ECPublicBCPGKey curved
                ? CURVES.getOrDefault(
                        curved.getCurveOID().getId(), curved.getCurveOID().getId())
                : "";
    }

    /// The algorithm of a key in words for Details.
    static String name(PGPPublicKey key) {
        return switch (key.getAlgorithm()) {
            case 1, 2, 3 -> "RSA " + key.getBitStrength();
            case 16 -> "ElGamal " + key.getBitStrength();
            case 17 -> "DSA " + key.getBitStrength();
            case 18 -> curve(key).equals("Curve25519") ? "X25519" : "ECDH " + curve(key);
            case 19 -> "ECDSA " + curve(key);
            case 22 -> curve(key);
            case 25 -> "X25519";
            case 26 -> "X448";
            case 27 -> "Ed25519";
            case 28 -> "Ed448";
            default ->
                PostQuantumSchemes.of(key.getAlgorithm())
                        .map(PostQuantumScheme::title)
                        .orElse("algorithm " + key.getAlgorithm());
        };
    }

    /// The name of what is too weak in the key for a new signature or letter, or nothing.
    static Optional<String> weakness(PGPPublicKey key, AlgorithmPolicy policy) {
        return switch (key.getAlgorithm()) {
            case 1, 2, 3 -> key.getBitStrength() < policy.minimumRsaBits() ? Optional.of(name(key)) : Optional.empty();
            case 16, 17 -> key.getBitStrength() < policy.minimumDsaBits() ? Optional.of(name(key)) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
