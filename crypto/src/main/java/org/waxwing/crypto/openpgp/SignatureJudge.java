package org.waxwing.crypto.openpgp;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.sig.IntendedRecipientFingerprint;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.Hashes;
import org.waxwing.crypto.openpgp.bulk.SignatureMathematics;
import org.waxwing.crypto.work.Work;

/// Judges signatures over documents: the mathematics, then the signature's own dates and hash, then the
/// signer's certificate at the time of signing. One outcome for each signature.
final class SignatureJudge {
    private static final int MAX_CANDIDATES = 16;

    private final CertificateReader reader;
    private final CertificateSource certificates;
    private final Instant now;
    private final DocumentHash.LineEnds ofText;

    private SignatureJudge(
            CertificateReader reader, CertificateSource certificates, Instant now, DocumentHash.LineEnds ofText) {
        this.reader = reader;
        this.certificates = certificates;
        this.now = now;
        this.ofText = ofText;
    }

    /// Of documents in general.
    static SignatureJudge ofFiles(CertificateReader reader, CertificateSource certificates, Instant now) {
        return new SignatureJudge(reader, certificates, now, DocumentHash.LineEnds.OF_FILES);
    }

    /// Of letters, where a signature over text must cover the lines that the reader sees.
    static SignatureJudge ofLetters(CertificateReader reader, CertificateSource certificates, Instant now) {
        return new SignatureJudge(reader, certificates, now, DocumentHash.LineEnds.OF_LETTERS);
    }

    /// An outcome, and by which key of the signer.
    record Judgement(SignatureOutcome outcome, Optional<Fingerprint> signingKey, boolean text) {}

    Judgement judge(RawPacket packet, Octets document) {
        return judge(packet, Document.of(document));
    }

    /// As above, for a document that has several signatures or lies elsewhere.
    Judgement judge(RawPacket packet, Document document) {
        Optional<SignaturePeek> peek = SignaturePeek.of(packet);
        if (peek.isEmpty() || peek.get().version() == 3) {
            return invalid(new Objection.Unsupported("signature version " + packet.version()));
        }
        boolean text = peek.get().type() == PGPSignature.CANONICAL_TEXT_DOCUMENT;
        if (!text && peek.get().type() != PGPSignature.BINARY_DOCUMENT) {
            return invalid(
                    new Objection.Unsupported("signature type " + peek.get().type()));
        }
        if (!Algorithms.canSign(peek.get().algorithm())) {
            return invalid(new Objection.Unsupported("algorithm " + peek.get().algorithm()));
        }
        if (peek.get().strangeCritical()) {
            return invalid(new Objection.Unsupported("critical subpacket"));
        }
        Set<ParsedCertificate> candidates = candidates(peek.get());
        if (candidates.isEmpty()) {
            return invalid(new Objection.UnknownIssuer());
        }
        DocumentHash.Kind kind = new DocumentHash.Kind(
                peek.get().hash(),
                text ? ofText : DocumentHash.LineEnds.AS_THEY_ARE,
                peek.get().tail().salt());
        List<Judgement> failures = new ArrayList<>();
        for (ParsedCertificate candidate : candidates) {
            for (KeyComponent key : candidate.keyComponents()) {
                if (isClaimed(peek.get(), key)) {
                    Work.step();
                    Optional<PGPSignature> holding = holds(packet, key, kind, document);
                    if (holding.isPresent()) {
                        return new Judgement(
                                byCertificate(holding.get(), candidate, key), Optional.of(key.fingerprint()), text);
                    }
                    failures.add(invalid(new Objection.BadSignature()));
                }
            }
        }
        return failures.isEmpty() ? invalid(new Objection.UnknownIssuer()) : failures.getFirst();
    }

    private static boolean isClaimed(SignaturePeek peek, KeyComponent key) {
        boolean named =
                !peek.issuerFingerprints().isEmpty() || !peek.issuerKeyIds().isEmpty();
        return named
                && peek.mayBeBy(key.fingerprint().hex(), key.key().getKeyID())
                && peek.version() == key.key().getVersion()
                && peek.algorithm() == key.key().getAlgorithm();
    }

    private static Judgement invalid(Objection objection) {
        return new Judgement(new SignatureOutcome.Invalid(List.of(objection)), Optional.empty(), false);
    }

    private Set<ParsedCertificate> candidates(SignaturePeek peek) {
        Set<Certificate> found = new LinkedHashSet<>();
        peek.issuerFingerprints().stream()
                .filter(hex -> hex.length() == 40 || hex.length() == 64)
                .flatMap(hex -> certificates.byFingerprint(Fingerprint.openPgp(hex)).stream())
                .forEach(found::add);
        if (peek.issuerFingerprints().isEmpty()) {
            peek.issuerKeyIds().forEach(keyId -> found.addAll(certificates.byKeyId(keyId)));
        }
        Set<ParsedCertificate> parsed = new LinkedHashSet<>();
        found.stream()
                .limit(MAX_CANDIDATES)
                .flatMap(certificate -> switch (certificate) {
                    case OpenPgpCertificate openPgp -> reader.parsed(openPgp).map(this::withRevocations).stream();
                    case SmimeCertificate _ -> Stream.<ParsedCertificate>empty();
                })
                .forEach(parsed::add);
        return parsed;
    }

    private ParsedCertificate withRevocations(ParsedCertificate certificate) {
        return new DesignatedRevokers(reader, certificates).consulted(certificate);
    }

    private static Optional<PGPSignature> holds(
            RawPacket packet, KeyComponent key, DocumentHash.Kind kind, Document document) {
        boolean salted = packet.version() == 6;
        if (salted
                && !Hashes.saltLength(kind.algorithm())
                        .equals(Optional.of(kind.salt().length()))) {
            return Optional.empty();
        }
        Optional<MessageDigest> hash = document.hash(kind);
        return hash.isEmpty()
                ? Optional.empty()
                : Bcpg.signature(packet)
                        .filter(signature -> Bcpg.attempt(() -> {
                                    byte[] digest = hash.get().digest(signature.getSignatureTrailer());
                                    return SignatureMathematics.verifies(
                                            key.key(), kind.algorithm(), digest, signature.getSignature());
                                })
                                .orElse(false));
    }

    private SignatureOutcome byCertificate(PGPSignature signature, ParsedCertificate certificate, KeyComponent key) {
        Instant signedAt = signature.getCreationTime().toInstant();
        List<Objection> objections = new ArrayList<>();
        if (!Algorithms.acceptsDocument(certificate.policy(), signature.getHashAlgorithm(), signedAt)) {
            objections.add(new Objection.WeakAlgorithm(Algorithms.hashName(signature.getHashAlgorithm())));
        }
        if (signedAt.isAfter(now.plus(Statements.CLOCK_TOLERANCE))) {
            objections.add(new Objection.NotYetValid(signedAt));
        }
        long lifetime = signature.getHashedSubPackets().getSignatureExpirationTime();
        if (lifetime > 0 && !signedAt.plusSeconds(lifetime).isAfter(now)) {
            objections.add(new Objection.Expired(signedAt.plusSeconds(lifetime)));
        }
        if (signedAt.isBefore(key.created())) {
            objections.add(new Objection.NotYetValid(key.created()));
        }
        objections.addAll(certificate.stateAt(signedAt).objectionsTo(key, Purpose.SIGN));
        if (!objections.isEmpty()) {
            return new SignatureOutcome.Invalid(List.copyOf(new LinkedHashSet<>(objections)));
        }
        return new SignatureOutcome.Valid(certificate, signedAt, intended(signature));
    }

    private static List<String> intended(PGPSignature signature) {
        List<String> fingerprints = new ArrayList<>();
        for (IntendedRecipientFingerprint recipient :
                signature.getHashedSubPackets().getIntendedRecipientFingerprints()) {
            fingerprints.add(SignaturePeek.hex(Octets.of(recipient.getFingerprint())));
        }
        return fingerprints;
    }
}
