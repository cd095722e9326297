package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.X25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.X25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.waxwing.crypto.cert.NewKey;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Makes keys that every OpenPGP program of the last ten years reads: v4 with the curves in their older
/// encoding (RFC 9580 §5.5.5.5, §5.5.5.6.2), one key that certifies and signs, one that encrypts.
final class KeyGeneration {
    private static final int[] CIPHERS = {9, 8, 7};
    private static final int[] HASHES = {10, 8, 9};
    private static final int[] COMPRESSIONS = {0, 2, 1};

    private final SecureRandom random;
    private final CertificateReader reader;

    KeyGeneration(SecureRandom random, AlgorithmPolicy policy) {
        this.random = random;
        this.reader = new CertificateReader(policy);
    }

    NewKey generate(List<UserId> owners, Lock locking, Instant now, Optional<Duration> validity) {
        Date created = Date.from(Instant.ofEpochSecond(now.getEpochSecond()));
        PGPKeyPair primary = Bcpg.require(() ->
                new BcPGPKeyPair(PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.EDDSA_LEGACY, ed25519(), created));
        PGPKeyPair subkey = Bcpg.require(
                () -> new BcPGPKeyPair(PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.ECDH, x25519(), created)
                        .asSubkey(new BcKeyFingerprintCalculator()));
        RawPacket binding = Bcpg.require(() -> binding(primary, subkey, created, validity));
        RawPacket revocation = Bcpg.require(() -> revocation(primary, created));
        List<KeyBlock.Component> components = new ArrayList<>();
        List<RawPacket> direct = owners.isEmpty()
                ? List.of(Bcpg.require(() -> packet(certifier(PGPSignature.DIRECT_KEY, primary, created, validity)
                        .generateCertification(primary.getPublicKey()))))
                : List.of();
        components.add(
                new KeyBlock.Component(locking.locked(primary.getPrivateKey(), primary.getPublicKey(), true), direct));
        for (UserId owner : owners) {
            RawPacket certification =
                    Bcpg.require(() -> packet(certifier(PGPSignature.POSITIVE_CERTIFICATION, primary, created, validity)
                            .generateCertification(owner.text(), primary.getPublicKey())));
            components.add(new KeyBlock.Component(
                    new RawPacket(RawPacket.USER_ID, Octets.ofUtf8(owner.text())), List.of(certification)));
        }
        components.add(new KeyBlock.Component(
                locking.locked(subkey.getPrivateKey(), subkey.getPublicKey(), false), List.of(binding)));
        KeyBlock block = new KeyBlock(components);
        if (reader.read(block) instanceof CertificateReader.Result.Read read) {
            return new NewKey(
                    SecretKeyAssembly.join(read.certificate(), read.secrets()),
                    Armor.write("PUBLIC KEY BLOCK", RawPacket.encode(List.of(revocation)), true));
        }
        throw new IllegalStateException("a new key doesn't certify itself");
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

    private PGPSignatureGenerator certifier(int type, PGPKeyPair primary, Date created, Optional<Duration> validity)
            throws PGPException {
        PGPSignatureSubpacketGenerator hashed = statement(primary, created, validity);
        hashed.setKeyFlags(true, SelfSignature.CERTIFY | SelfSignature.SIGN);
        hashed.setPreferredSymmetricAlgorithms(false, CIPHERS);
        hashed.setPreferredHashAlgorithms(false, HASHES);
        hashed.setPreferredCompressionAlgorithms(false, COMPRESSIONS);
        // Version 2 encryption is read here too, but not asked for: GnuPG 2.2 and Thunderbird, to which people
        // take their keys, could not open such letters.
        hashed.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
        hashed.setPrimaryUserID(false, true);
        return signer(type, primary, hashed);
    }

    private RawPacket binding(PGPKeyPair primary, PGPKeyPair subkey, Date created, Optional<Duration> validity)
            throws PGPException {
        PGPSignatureSubpacketGenerator hashed = statement(primary, created, validity);
        hashed.setKeyFlags(true, SelfSignature.ENCRYPT);
        PGPSignatureGenerator signer = signer(PGPSignature.SUBKEY_BINDING, primary, hashed);
        return packet(signer.generateCertification(primary.getPublicKey(), subkey.getPublicKey()));
    }

    private RawPacket revocation(PGPKeyPair primary, Date created) throws PGPException {
        PGPSignatureSubpacketGenerator hashed = statement(primary, created, Optional.empty());
        hashed.setRevocationReason(false, RevocationReasonTags.NO_REASON, "");
        return packet(
                signer(PGPSignature.KEY_REVOCATION, primary, hashed).generateCertification(primary.getPublicKey()));
    }

    private static PGPSignatureSubpacketGenerator statement(
            PGPKeyPair primary, Date created, Optional<Duration> validity) {
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setSignatureCreationTime(true, created);
        hashed.setIssuerFingerprint(false, primary.getPublicKey());
        validity.ifPresent(length -> hashed.setKeyExpirationTime(true, length.toSeconds()));
        return hashed;
    }

    private PGPSignatureGenerator signer(int type, PGPKeyPair primary, PGPSignatureSubpacketGenerator hashed)
            throws PGPException {
        PGPSignatureGenerator signer = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(primary.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512)
                        .setSecureRandom(random),
                primary.getPublicKey());
        signer.init(type, primary.getPrivateKey());
        signer.setHashedSubpackets(hashed.generate());
        return signer;
    }

    private static RawPacket packet(PGPSignature signature) {
        byte[] encoded = Bcpg.require(signature::getEncoded);
        return PacketFramer.frame(Octets.of(encoded)).packets().getFirst();
    }
}
