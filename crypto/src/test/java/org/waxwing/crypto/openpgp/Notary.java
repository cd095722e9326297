package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Makes any signature that a person of the tests could make over a part of a certificate.
final class Notary {
    private final PGPPublicKey key;
    private final PGPPrivateKey secret;

    private Notary(PGPPublicKey key, PGPPrivateKey secret) {
        this.key = key;
        this.secret = secret;
    }

    static Notary of(OpenPgpSecretKey person) {
        PGPPublicKey primary =
                Bcpg.publicKey(packets(person.certificate()).getFirst()).orElseThrow();
        try (Passphrase open = People.passphrase()) {
            return new Notary(
                    primary,
                    SecretParts.of(person).byFingerprint().values().stream()
                            .filter(part -> part.getKeyID() == primary.getKeyID())
                            .findFirst()
                            .flatMap(part -> SecretParts.unlock(part, open))
                            .orElseThrow());
        }
    }

    static java.util.List<RawPacket> packets(OpenPgpCertificate certificate) {
        return PacketFramer.frame(certificate.encoded()).packets();
    }

    PGPPublicKey key() {
        return key;
    }

    RawPacket sign(int type, SignedPart part, Instant at) {
        return sign(type, part, at, _ -> {});
    }

    RawPacket sign(int type, SignedPart part, Instant at, Consumer<PGPSignatureSubpacketGenerator> more) {
        return Bcpg.require(() -> {
            PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
            hashed.setSignatureCreationTime(true, Date.from(at));
            hashed.setIssuerFingerprint(false, key);
            more.accept(hashed);
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(key.getAlgorithm(), HashAlgorithmTags.SHA512), key);
            generator.init(type, secret);
            generator.setHashedSubpackets(hashed.generate());
            generator.update(part.covered());
            byte[] encoded = generator.generate().getEncoded();
            return PacketFramer.frame(Octets.of(encoded)).packets().getFirst();
        });
    }
}
