package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.PublicSubkeyPacket;
import org.bouncycastle.bcpg.SecretKeyPacket;
import org.bouncycastle.bcpg.SecretSubkeyPacket;
import org.bouncycastle.bcpg.UnknownBCPGKey;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.jspecify.annotations.Nullable;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.composite.KeyOctets;
import org.waxwing.crypto.openpgp.composite.PostQuantumScheme;
import org.waxwing.crypto.openpgp.composite.PostQuantumSchemes;

/// Keys of RFC 9980 in Bouncy Castle's classes, as octets that these don't look into: so all that handles
/// keys handles these too. Keys of version 6 tell how long they are, which Bouncy Castle reads by itself;
/// those of version 4 are put together here.
final class PostQuantumKeys {
    /// Version, time and algorithm.
    private static final int HEAD = 6;

    private static final int X25519_LENGTH = 32;

    private PostQuantumKeys() {}

    static boolean isPostQuantum(int algorithm) {
        return PostQuantumSchemes.of(algorithm).isPresent();
    }

    /// Whether a key packet is one of version 4 with such an algorithm.
    static boolean isVersion4(RawPacket packet) {
        Octets body = packet.body();
        return body.length() > HEAD && body.at(0) == 4 && isPostQuantum(body.at(HEAD - 1));
    }

    /// Whether a key is none of these, or one that may stand and can be used where it stands.
    static boolean isLegal(PGPPublicKey key) {
        return PostQuantumSchemes.of(key.getAlgorithm())
                .map(scheme -> scheme.isAllowedIn(key.getVersion())
                        && scheme.isSound(
                                Octets.of(key.getPublicKeyPacket().getKey().getEncoded())))
                .orElse(true);
    }

    /// A public key packet of version 4.
    static PublicKeyPacket publicPacket(RawPacket packet) throws PGPException {
        Octets body = packet.body();
        int end = HEAD + scheme(body).publicLength();
        if (body.length() != end) {
            throw new PGPException("a public key of the wrong length");
        }
        return publicPart(body, packet.tag() == RawPacket.PUBLIC_SUBKEY);
    }

    private static PostQuantumScheme scheme(Octets body) throws PGPException {
        return PostQuantumSchemes.of(body.at(HEAD - 1)).orElseThrow(() -> new PGPException("another algorithm"));
    }

    private static PublicKeyPacket publicPart(Octets body, boolean subkey) throws PGPException {
        PostQuantumScheme scheme = scheme(body);
        Date created = Date.from(Instant.ofEpochSecond(SignaturePeek.number(body, 1, 4)));
        UnknownBCPGKey octets = carried(body.slice(HEAD, HEAD + scheme.publicLength()));
        return subkey
                ? new PublicSubkeyPacket(PublicKeyPacket.VERSION_4, scheme.algorithm(), created, octets)
                : new PublicKeyPacket(PublicKeyPacket.VERSION_4, scheme.algorithm(), created, octets);
    }

    private static UnknownBCPGKey carried(Octets octets) {
        return new UnknownBCPGKey(octets.length(), octets.toByteArray());
    }

    /// A secret subkey packet of version 4. Behind the public key all algorithms look alike, so Bouncy
    /// Castle reads the lock of the same packet with a public key that it knows.
    static SecretKeyPacket secretPacket(RawPacket packet) throws PGPException {
        Octets body = packet.body();
        Octets lock = body.slice(HEAD + scheme(body).publicLength(), body.length());
        byte[] known = new byte[HEAD + X25519_LENGTH + lock.length()];
        known[0] = PublicKeyPacket.VERSION_4;
        known[HEAD - 1] = PublicKeyAlgorithmTags.X25519;
        System.arraycopy(lock.toByteArray(), 0, known, HEAD + X25519_LENGTH, lock.length());
        PublicSubkeyPacket publicPart = (PublicSubkeyPacket) publicPart(body, true);
        SecretKeyPacket read = Bcpg.secretPacket(new RawPacket(RawPacket.SECRET_SUBKEY, Octets.of(known)))
                .orElseThrow(() -> new PGPException("a lock that can't be read"));
        return read.getS2KUsage() == SecretKeyPacket.USAGE_EXTERNAL
                ? new SecretSubkeyPacket(publicPart, read.getExternalKeyLocatorHint())
                : new SecretSubkeyPacket(
                        publicPart,
                        read.getEncAlgorithm(),
                        read.getAeadAlgorithm(),
                        read.getS2KUsage(),
                        read.getS2K(),
                        read.getIV(),
                        read.getSecretKeyData());
    }

    /// The secret of a key of ours.
    ///
    /// @param decryptor nothing for a key that lies open
    static PGPPrivateKey unlocked(PGPSecretKey secret, @Nullable PBESecretKeyDecryptor decryptor) throws PGPException {
        PGPPublicKey key = secret.getPublicKey();
        PostQuantumScheme scheme =
                PostQuantumSchemes.of(key.getAlgorithm()).orElseThrow(() -> new PGPException("another algorithm"));
        PGPSecretKey open = decryptor == null ? secret : PGPSecretKey.copyWithNewPassword(secret, decryptor, null);
        RawPacket packet = PacketFramer.frame(Octets.of(Bcpg.require(open::getEncoded)))
                .packets()
                .getFirst();
        // The public key, and the octet that says that there is no lock.
        int start = Bcpg.require(() -> key.getPublicKeyPacket().getEncodedContents()).length + 1;
        Octets octets = packet.body().slice(start, start + scheme.secretLength());
        if (!scheme.belong(octets, Octets.of(key.getPublicKeyPacket().getKey().getEncoded()))) {
            throw new PGPException("a secret of another key");
        }
        return new PGPPrivateKey(key.getKeyID(), key.getPublicKeyPacket(), carried(octets));
    }

    static PGPKeyPair generate(PostQuantumScheme scheme, int version, Date created, SecureRandom random)
            throws PGPException {
        KeyOctets fresh = scheme.generate(random);
        PublicKeyPacket packet = new PublicKeyPacket(version, scheme.algorithm(), created, carried(fresh.publicKey()));
        PGPPublicKey key = new PGPPublicKey(packet, new BcKeyFingerprintCalculator());
        return new PGPKeyPair(key, new PGPPrivateKey(key.getKeyID(), packet, carried(fresh.secretKey())));
    }
}
