package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.S2K;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.operator.PBESecretKeyEncryptor;
import org.bouncycastle.openpgp.operator.bc.BcAEADSecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Locks secret parts so that every OpenPGP program opens them: AES-256 in CFB with a SHA-1 checksum,
/// salted and iterated SHA-256 (RFC 9580 §3.7.1.3, §5.5.3). The programs that know v6 keys know Argon2
/// and authenticated encryption too, so there these lock what a person's passphrase protects (RFC 9580
/// §3.7.1.4).
record Lock(SecureRandom random, Optional<Passphrase> passphrase, LockStrength strength) {
    /// A lock that a passphrase opens.
    static Lock with(SecureRandom random, Passphrase passphrase, LockStrength strength) {
        return new Lock(random, Optional.of(passphrase), strength);
    }

    /// No lock at all.
    static Lock none(SecureRandom random) {
        return new Lock(random, Optional.empty(), LockStrength.RANDOM_SECRET);
    }

    /// How strong the lock of a locked part is.
    static LockStrength strengthOf(PGPSecretKey locked) {
        S2K derivation = locked.getS2K();
        boolean quick = derivation != null
                && derivation.getType() != S2K.ARGON_2
                && derivation.getIterationCount() <= iterations(LEAST);
        return quick ? LockStrength.RANDOM_SECRET : LockStrength.CHOSEN_BY_A_PERSON;
    }

    /// The octets that an encoded count stands for (RFC 9580 §3.7.1.3).
    private static long iterations(int encoded) {
        return (16L + (encoded & 15)) << ((encoded >> 4) + 6);
    }

    private static final int MOST = 0xFF;
    private static final int LEAST = 0x60;
    private static final int ARGON2_PASSES = 3;
    private static final int ARGON2_LANES = 4;

    /// 64 MiB.
    private static final int ARGON2_MEMORY_EXPONENT = 16;

    @Override
    public String toString() {
        return "Lock[redacted]";
    }

    /// The secret packet of a key.
    RawPacket locked(PGPPrivateKey secret, PGPPublicKey key, boolean primary) {
        byte[] encoded = passphrase.isPresent()
                ? passphrase.get().lend(characters -> packet(secret, key, primary, characters))
                : packet(secret, key, primary);
        RawPacket packet = PacketFramer.frame(Octets.of(encoded)).packets().getFirst();
        return new RawPacket(primary ? RawPacket.SECRET_KEY : RawPacket.SECRET_SUBKEY, packet.body());
    }

    private byte[] packet(PGPPrivateKey secret, PGPPublicKey key, boolean primary, char[] characters) {
        return Bcpg.require(() -> new PGPSecretKey(
                        secret,
                        key,
                        new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                        primary,
                        encryptor(characters, key))
                .getEncoded());
    }

    private static byte[] packet(PGPPrivateKey secret, PGPPublicKey key, boolean primary) {
        return Bcpg.require(() -> new PGPSecretKey(secret, key, null, primary, null).getEncoded());
    }

    private PBESecretKeyEncryptor encryptor(char[] characters, PGPPublicKey key) throws PGPException {
        return switch (strength) {
            case RANDOM_SECRET -> iterated(characters, LEAST);
            case CHOSEN_BY_A_PERSON -> key.getVersion() == 6 ? argon2(characters, key) : iterated(characters, MOST);
        };
    }

    private PBESecretKeyEncryptor argon2(char[] characters, PGPPublicKey key) {
        return new BcAEADSecretKeyEncryptorBuilder(
                        AEADAlgorithmTags.OCB,
                        SymmetricKeyAlgorithmTags.AES_256,
                        new S2K.Argon2Params(ARGON2_PASSES, ARGON2_LANES, ARGON2_MEMORY_EXPONENT, random))
                .setSecureRandom(random)
                .build(characters, key.getPublicKeyPacket());
    }

    private PBESecretKeyEncryptor iterated(char[] characters, int count) throws PGPException {
        return new BcPBESecretKeyEncryptorBuilder(
                        SymmetricKeyAlgorithmTags.AES_256,
                        new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256),
                        count)
                .setSecureRandom(random)
                .build(characters);
    }
}
