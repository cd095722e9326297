package org.waxwing.crypto.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.DocumentSigner;

/// Makes signatures over documents: the issuer by fingerprint, those it is meant for by name
/// (RFC 9580 §5.2.3.36).
final class SignatureMaker {
    /// Above this SHA-256 is used, which the processor does twice as fast and which is as good here.
    private static final long LARGE = 64L << 20;

    /// The hash as a readable signed message announces it (RFC 9580 §7.1).
    static final String HASH_HEADER = "SHA512";

    private final SecureRandom random;

    SignatureMaker(SecureRandom random) {
        this.random = random;
    }

    /// A signature with the packet that announces it.
    record Signed(RawPacket announcement, RawPacket signature) {
        /// The hash as RFC 3156 §5 names it, such as "pgp-sha512".
        String hashName() {
            int hash = signature.version() < 4 ? 0 : signature.body().at(3);
            return "pgp-" + Algorithms.hashName(hash).replace("-", "").toLowerCase(Locale.ROOT);
        }
    }

    /// A signature whose document is passing by.
    static final class Begun {
        private final PGPSignatureGenerator generator;
        private final RawPacket announcement;
        private final DocumentHash hash;

        private Begun(PGPSignatureGenerator generator, RawPacket announcement, DocumentHash hash) {
            this.generator = generator;
            this.announcement = announcement;
            this.hash = hash;
        }

        RawPacket announcement() {
            return announcement;
        }

        /// The next piece of the document, its line ends as they are.
        void update(byte[] document, int from, int length) {
            hash.write(document, from, length);
        }

        Signed finish() {
            hash.end();
            return new Signed(
                    announcement, Bcpg.require(() -> packet(generator.generate().getEncoded())));
        }
    }

    /// @param type of the signature; in a text one line ends count as CRLF
    /// @param length of the document in octets where it is known, else -1
    Begun begin(SigningKey signer, int type, long length, List<PGPPublicKey> intendedRecipients, Instant now) {
        int hash = length > LARGE ? HashAlgorithmTags.SHA256 : HashAlgorithmTags.SHA512;
        DocumentSigner mathematics = new DocumentSigner(signer.key().getAlgorithm(), hash, random);
        return Bcpg.require(() -> {
            PGPSignatureGenerator generator = generator(mathematics, signer, type, intendedRecipients, now);
            return new Begun(
                    generator,
                    packet(generator.generateOnePassVersion(false).getEncoded()),
                    DocumentHash.of(mathematics.hash(), type == PGPSignature.CANONICAL_TEXT_DOCUMENT));
        });
    }

    /// A signature over a document that is at hand.
    Signed sign(SigningKey signer, int type, Octets document, List<PGPPublicKey> intendedRecipients, Instant now) {
        Begun begun = begin(signer, type, document.length(), intendedRecipients, now);
        byte[] buffer = new byte[Math.min(document.length(), 1 << 16) + 1];
        return Bcpg.require(() -> {
            try (InputStream in = document.stream()) {
                feed(in, buffer, begun);
            }
            return begun.finish();
        });
    }

    private static void feed(InputStream in, byte[] buffer, Begun begun) throws IOException {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            begun.update(buffer, 0, n);
        }
    }

    private static PGPSignatureGenerator generator(
            DocumentSigner mathematics, SigningKey signer, int type, List<PGPPublicKey> intendedRecipients, Instant now)
            throws PGPException {
        PGPSignatureGenerator generator = SignatureGenerators.of(mathematics, signer.key());
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

    /// The announcement with its last octet saying whether it is the innermost (RFC 9580 §5.4).
    static RawPacket announced(RawPacket announcement, boolean innermost) {
        byte[] body = announcement.body().toByteArray();
        body[body.length - 1] = (byte) (innermost ? 1 : 0);
        return new RawPacket(announcement.tag(), Octets.of(body));
    }

    private static RawPacket packet(byte[] encoded) {
        return PacketFramer.frame(Octets.of(encoded)).packets().getFirst();
    }
}
