package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.waxwing.crypto.mime.Octets;

/// Makes signatures over documents: SHA-512, the issuer by fingerprint, those it is meant for by name
/// (RFC 9580 §5.2.3.36).
final class SignatureMaker {
    /// The hash as RFC 3156 §5 names it.
    static final String HASH_NAME = "pgp-sha512";

    private final SecureRandom random;

    SignatureMaker(SecureRandom random) {
        this.random = random;
    }

    /// A signature with the packet that announces it.
    record Signed(RawPacket announcement, RawPacket signature) {}

    Signed sign(SigningKey signer, int type, Octets canonical, List<PGPPublicKey> intendedRecipients, Instant now) {
        return Bcpg.require(() -> {
            PGPSignatureGenerator generator = generator(signer, type, intendedRecipients, now);
            RawPacket announcement =
                    packet(generator.generateOnePassVersion(false).getEncoded());
            byte[] bytes = canonical.toByteArray();
            generator.update(bytes, 0, bytes.length);
            return new Signed(announcement, packet(generator.generate().getEncoded()));
        });
    }

    private PGPSignatureGenerator generator(
            SigningKey signer, int type, List<PGPPublicKey> intendedRecipients, Instant now) throws PGPException {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(signer.key().getAlgorithm(), HashAlgorithmTags.SHA512)
                        .setSecureRandom(random),
                signer.key());
        generator.init(type, signer.secret());
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setSignatureCreationTime(true, Date.from(now));
        hashed.setIssuerFingerprint(false, signer.key());
        for (PGPPublicKey recipient : intendedRecipients) {
            hashed.addIntendedRecipientFingerprint(false, recipient);
        }
        generator.setHashedSubpackets(hashed.generate());
        if (signer.key().getVersion() == 4) {
            PGPSignatureSubpacketGenerator unhashed = new PGPSignatureSubpacketGenerator();
            unhashed.setIssuerKeyID(false, signer.key().getKeyID());
            generator.setUnhashedSubpackets(unhashed.generate());
        }
        return generator;
    }

    private static RawPacket packet(byte[] encoded) {
        return PacketFramer.frame(Octets.of(encoded)).packets().getFirst();
    }
}
