package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.DocumentSigner;

/// Signatures that the owner of a primary key makes over its parts, all by SHA-512 and of one instant.
final class OwnerSignatures {
    private final SecureRandom random;
    private final PGPPublicKey primary;
    private final PGPPrivateKey secret;
    private final Instant made;

    OwnerSignatures(SecureRandom random, PGPPublicKey primary, PGPPrivateKey secret, Instant made) {
        this.random = random;
        this.primary = primary;
        this.secret = secret;
        this.made = made;
    }

    /// Over the primary key alone.
    RawPacket overPrimary(int type, PGPSignatureSubpacketGenerator says) {
        return by(primary, secret, type, says, SignedPart.primary(primary));
    }

    /// Over a user id, whatever its octets are.
    RawPacket overUserId(int type, Octets userId, PGPSignatureSubpacketGenerator says) {
        return by(primary, secret, type, says, SignedPart.identity(primary, new RawPacket(RawPacket.USER_ID, userId)));
    }

    RawPacket overSubkey(int type, PGPPublicKey subkey, PGPSignatureSubpacketGenerator says) {
        return by(primary, secret, type, says, SignedPart.subkey(primary, subkey));
    }

    /// The binding of a subkey that signs: it holds the subkey's own consent (RFC 9580 §5.2.1.10), so that
    /// nobody can adopt another's signing key.
    RawPacket bindingWithConsent(PGPPublicKey subkey, PGPPrivateKey subkeySecret, PGPSignatureSubpacketGenerator says) {
        RawPacket consent = by(
                subkey,
                subkeySecret,
                PGPSignature.PRIMARYKEY_BINDING,
                new PGPSignatureSubpacketGenerator(),
                SignedPart.subkey(primary, subkey));
        PGPSignatureSubpacketGenerator agreed = Bcpg.require(() -> {
            says.addEmbeddedSignature(false, Bcpg.signature(consent).orElseThrow());
            return says;
        });
        return overSubkey(PGPSignature.SUBKEY_BINDING, subkey, agreed);
    }

    private RawPacket by(
            PGPPublicKey key,
            PGPPrivateKey keySecret,
            int type,
            PGPSignatureSubpacketGenerator says,
            SignedPart covered) {
        return Bcpg.require(() -> {
            PGPSignatureGenerator generator = generator(key, says);
            generator.init(type, keySecret);
            generator.update(covered.covered());
            byte[] encoded = generator.generate().getEncoded();
            return PacketFramer.frame(Octets.of(encoded)).packets().getFirst();
        });
    }

    private PGPSignatureGenerator generator(PGPPublicKey key, PGPSignatureSubpacketGenerator says) throws PGPException {
        PGPSignatureGenerator generator =
                SignatureGenerators.of(new DocumentSigner(key.getAlgorithm(), HashAlgorithmTags.SHA512, random), key);
        says.removePacketsOfType(SignatureSubpacketTags.CREATION_TIME);
        says.removePacketsOfType(SignatureSubpacketTags.ISSUER_FINGERPRINT);
        says.removePacketsOfType(SignatureSubpacketTags.ISSUER_KEY_ID);
        says.setSignatureCreationTime(true, Date.from(made));
        says.setIssuerFingerprint(false, key);
        generator.setHashedSubpackets(says.generate());
        if (key.getVersion() == 4) {
            // GnuPG before 2.1.16 finds the issuer by this alone.
            PGPSignatureSubpacketGenerator unhashed = new PGPSignatureSubpacketGenerator();
            unhashed.setIssuerKeyID(false, key.getKeyID());
            generator.setUnhashedSubpackets(unhashed.generate());
        }
        return generator;
    }
}
