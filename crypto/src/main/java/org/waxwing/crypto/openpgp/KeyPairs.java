package org.waxwing.crypto.openpgp;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.X25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.params.X25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.waxwing.crypto.cert.KeyProfile;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.openpgp.composite.CompositeKem;
import org.waxwing.crypto.openpgp.composite.CompositeSignature;
import org.waxwing.crypto.openpgp.composite.PostQuantumScheme;

/// Fresh key pairs of the kinds that new keys and new subkeys are made of.
final class KeyPairs {
    private final SecureRandom random;
    private final Date created;

    /// @param created the second in which all of them are made
    KeyPairs(SecureRandom random, Instant created) {
        this.random = random;
        this.created = Date.from(Instant.ofEpochSecond(created.getEpochSecond()));
    }

    PGPKeyPair primary(KeyProfile profile) {
        return pair(profile, Purpose.SIGN);
    }

    PGPKeyPair subkey(KeyProfile profile, Purpose purpose) {
        return Bcpg.require(() -> pair(profile, purpose).asSubkey(new BcKeyFingerprintCalculator()));
    }

    /// The subkeys of a new key, all of which encrypt.
    List<PGPKeyPair> encrypting(KeyProfile profile) {
        PGPKeyPair usual = subkey(profile, Purpose.ENCRYPT);
        return switch (profile) {
            case CURVE25519, CURVE25519_V6, POST_QUANTUM_V6, RSA_3072, RSA_4096 -> List.of(usual);
            case CURVE25519_AND_POST_QUANTUM ->
                List.of(
                        usual,
                        Bcpg.require(() -> postQuantum(PublicKeyPacket.VERSION_4, CompositeKem.ML_KEM_768_X25519)
                                .asSubkey(new BcKeyFingerprintCalculator())));
        };
    }

    private PGPKeyPair pair(KeyProfile profile, Purpose purpose) {
        return switch (profile) {
            case CURVE25519, CURVE25519_AND_POST_QUANTUM ->
                switch (purpose) {
                    case SIGN -> version4(PublicKeyAlgorithmTags.EDDSA_LEGACY, ed25519());
                    case ENCRYPT -> version4(PublicKeyAlgorithmTags.ECDH, x25519());
                };
            case CURVE25519_V6 ->
                switch (purpose) {
                    case SIGN -> version6(PublicKeyAlgorithmTags.Ed25519, ed25519());
                    case ENCRYPT -> version6(PublicKeyAlgorithmTags.X25519, x25519());
                };
            case POST_QUANTUM_V6 ->
                postQuantum(
                        PublicKeyPacket.VERSION_6,
                        switch (purpose) {
                            case SIGN -> CompositeSignature.ML_DSA_65_ED25519;
                            case ENCRYPT -> CompositeKem.ML_KEM_768_X25519;
                        });
            case RSA_3072 -> version4(PublicKeyAlgorithmTags.RSA_GENERAL, rsa(3072));
            case RSA_4096 -> version4(PublicKeyAlgorithmTags.RSA_GENERAL, rsa(4096));
        };
    }

    private PGPKeyPair version4(int algorithm, AsymmetricCipherKeyPair pair) {
        return Bcpg.require(() -> new BcPGPKeyPair(PublicKeyPacket.VERSION_4, algorithm, pair, created));
    }

    private PGPKeyPair version6(int algorithm, AsymmetricCipherKeyPair pair) {
        return Bcpg.require(() -> new BcPGPKeyPair(PublicKeyPacket.VERSION_6, algorithm, pair, created));
    }

    private PGPKeyPair postQuantum(int version, PostQuantumScheme scheme) {
        return Bcpg.require(() -> PostQuantumKeys.generate(scheme, version, created, random));
    }

    private AsymmetricCipherKeyPair ed25519() {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(random));
        return generator.generateKeyPair();
    }

    private AsymmetricCipherKeyPair x25519() {
        X25519KeyPairGenerator generator = new X25519KeyPairGenerator();
        generator.init(new X25519KeyGenerationParameters(random));
        return generator.generateKeyPair();
    }

    /// The platform finds primes several times faster than Bouncy Castle does.
    private AsymmetricCipherKeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, random);
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
            return new AsymmetricCipherKeyPair(
                    new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent()),
                    new RSAPrivateCrtKeyParameters(
                            key.getModulus(),
                            key.getPublicExponent(),
                            key.getPrivateExponent(),
                            key.getPrimeP(),
                            key.getPrimeQ(),
                            key.getPrimeExponentP(),
                            key.getPrimeExponentQ(),
                            key.getCrtCoefficient()));
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java platform makes RSA keys", broken);
        }
    }
}
