package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.openpgp.bulk.SealedSpool;

/// Reads a SignedData (RFC 5652 §5.1) and checks every signature in it.
final class SignatureReading {
    private static final int READ_SIZE = 1 << 16;
    private static final int MAX_SIGNERS = 32;
    private static final int MAX_CERTIFICATES = 500;
    private static final int MAX_HASHES = 8;

    private final List<X509CertificateHolder> atHand;

    /// @param atHand certificates to look among besides the ones in the message
    SignatureReading(List<X509CertificateHolder> atHand) {
        this.atHand = atHand;
    }

    /// @param detached the text where the signature stands beside it; the same may be inside once more
    SignedReading read(InputStream message, Optional<Source> detached, Holding holding) throws IOException {
        SealedSpool kept = holding.begin();
        boolean released = false;
        try {
            Place place = new Place(kept, holding.limit(), _ -> {
                kept.complete();
                return new SpooledContent(kept);
            });
            SignedReading made = read(message, detached, place);
            released = true;
            return made;
        } finally {
            if (!released) {
                kept.discard();
            }
        }
    }

    /// Reads a message that stays where it is, and its content in it.
    SignedReading read(HeldContent message) throws IOException {
        Place place = new Place(
                OutputStream.nullOutputStream(), Long.MAX_VALUE, length -> new SignedContent(message, length));
        try (InputStream in = message.open()) {
            return read(in, Optional.empty(), place);
        }
    }

    /// Where the content goes while it passes, how much of it at most, and where it is afterwards.
    private record Place(OutputStream passed, long limit, Afterwards afterwards) {
        private interface Afterwards {
            HeldContent content(long length) throws IOException;
        }
    }

    private SignedReading read(InputStream message, Optional<Source> detached, Place place) throws IOException {
        SignedInput input = SignedInput.open(message);
        TextHashes hashes = announced(input.hashes());
        boolean inside = input.content().isPresent();
        long length = inside ? pass(input.content().get(), hashes, place) : 0;
        HeldContent content = place.afterwards().content(length);
        boolean readable = inside ? detached.isEmpty() || same(content, detached.get()) : detached.isPresent();
        if (!readable) {
            // Two texts, or none: nobody could say which one was signed.
            throw BrokenCmsException.malformed();
        }
        if (inside) {
            hashes.complete();
        }
        Rest rest = rest(input.rest());
        List<X509CertificateHolder> known = new ArrayList<>(rest.certificates());
        known.addAll(atHand);
        TextHashes made = inside ? hashes : new TextHashes();
        SignerJudge judge = new SignerJudge(input.contentType(), detached.orElse(content), made, known);
        List<SignerFinding> findings = new ArrayList<>();
        for (ASN1Encodable signer : rest.signers()) {
            findings.add(judge.judge(SignerInfo.getInstance(signer)));
        }
        return new SignedReading.Read(content, findings, rest.certificates());
    }

    private static boolean same(Source one, Source other) throws IOException {
        try (InputStream first = one.open();
                InputStream second = other.open()) {
            byte[] expected = new byte[READ_SIZE];
            byte[] found = new byte[READ_SIZE];
            for (int n = 1; n > 0; ) {
                n = first.readNBytes(expected, 0, READ_SIZE);
                int m = second.readNBytes(found, 0, READ_SIZE);
                if (!Arrays.equals(expected, 0, n, found, 0, m)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static TextHashes announced(ASN1Set algorithms) throws BrokenCmsException {
        TextHashes hashes = new TextHashes();
        if (algorithms.size() > MAX_HASHES) {
            throw BrokenCmsException.tooLarge();
        }
        for (ASN1Encodable algorithm : algorithms) {
            HashAlgorithm.of(AlgorithmIdentifier.getInstance(algorithm).getAlgorithm())
                    .ifPresent(hashes::expect);
        }
        return hashes;
    }

    /// Lets the content pass, and counts it.
    private static long pass(InputStream octets, TextHashes hashes, Place place) throws IOException {
        Passage passage = new Passage(place.limit(), (bytes, from, count) -> {
            hashes.update(bytes, from, count);
            place.passed().write(bytes, from, count);
        });
        try {
            octets.transferTo(passage);
        } catch (Passage.Overflow _) {
            throw BrokenCmsException.tooLarge();
        }
        return passage.length();
    }

    private record Rest(List<X509CertificateHolder> certificates, ASN1Set signers) {}

    private static Rest rest(BerInput ber) throws IOException {
        List<X509CertificateHolder> certificates = new ArrayList<>();
        for (Optional<BerHeader> next = ber.next(); next.isPresent(); next = ber.next()) {
            BerHeader header = next.get();
            if (header.identifier() == BerHeader.SET) {
                ASN1Set signers = ASN1Set.getInstance(ber.captured(header));
                if (signers.size() > MAX_SIGNERS) {
                    throw BrokenCmsException.tooLarge();
                }
                return new Rest(List.copyOf(certificates), signers);
            }
            ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(ber.captured(header));
            if (header.is(BerHeader.context(0))) {
                add(ASN1Set.getInstance(tagged, false), certificates);
            }
        }
        throw BrokenCmsException.malformed();
    }

    private static void add(ASN1Set travelling, List<X509CertificateHolder> certificates) throws BrokenCmsException {
        if (travelling.size() > MAX_CERTIFICATES) {
            throw BrokenCmsException.tooLarge();
        }
        for (ASN1Encodable element : travelling) {
            // Other tags are attribute certificates and forms that nobody uses (RFC 5652 §10.2.2).
            if (element.toASN1Primitive() instanceof ASN1Sequence sequence) {
                certificate(sequence).ifPresent(certificates::add);
            }
        }
    }

    private static Optional<X509CertificateHolder> certificate(ASN1Sequence sequence) {
        try {
            return Optional.of(new X509CertificateHolder(Certificate.getInstance(sequence)));
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }
}
