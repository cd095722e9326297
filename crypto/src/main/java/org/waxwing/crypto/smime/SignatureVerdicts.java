package org.waxwing.crypto.smime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.RevocationQuestion;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeIntroduction;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.cert.X509Verdict;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.path.Anchor;
import org.waxwing.crypto.smime.path.AuthorityCandidate;
import org.waxwing.crypto.smime.path.CertificatePaths;
import org.waxwing.crypto.smime.path.MailRoots;
import org.waxwing.crypto.smime.path.PathCertificate;
import org.waxwing.crypto.smime.path.PathQuestion;
import org.waxwing.crypto.smime.path.PathVerdict;
import org.waxwing.crypto.smime.path.RevocationInquiry;

/// Who is believed: brings the mathematics of a signature and the trust in its certificate together. The
/// time that a signer states proves nothing, so a certificate is judged as of now.
final class SignatureVerdicts {
    private final X509Trust trust;
    private final CertificatePaths paths;
    private final Instant now;

    SignatureVerdicts(X509Trust trust, Instant now) {
        this.trust = trust;
        this.now = now;
        this.paths = new CertificatePaths(Stream.concat(
                        MailRoots.all().stream(),
                        trust.authorities().stream()
                                .flatMap(der -> PathCertificate.read(der).stream())
                                .filter(Predicate.not(AuthorityCandidate::isPersons))
                                .map(Anchor::ofPerson))
                .toList());
    }

    /// Whether the certificate counts for the purpose.
    X509Verdict judge(SmimeCertificate certificate, List<Octets> travelling, Purpose purpose) {
        return judge(certificate, travelling, purpose, trust.revoked());
    }

    private X509Verdict judge(
            SmimeCertificate certificate,
            List<Octets> travelling,
            Purpose purpose,
            Map<Fingerprint, Objection.Revoked> revoked) {
        if (trust.rejected().contains(certificate.fingerprint())) {
            return new X509Verdict.Refused(List.of(new Objection.RejectedByUser()));
        }
        List<Octets> others = new ArrayList<>(travelling);
        others.addAll(trust.intermediates());
        PathQuestion question = new PathQuestion(certificate.encoded(), others, purpose, now);
        return switch (paths.judge(question.withPinned(trust.accepted()).withRevoked(revoked))) {
            case PathVerdict.Trusted trusted ->
                switch (trusted.confirmation()) {
                    case PathVerdict.Confirmation.ByAuthority authority ->
                        new X509Verdict.Confirmed(authority.by(), above(trusted.path()));
                    case PathVerdict.Confirmation.ByPerson _ -> new X509Verdict.AcceptedAsItIs();
                };
            case PathVerdict.Untrusted(List<Objection> objections) -> new X509Verdict.Refused(objections);
        };
    }

    private static List<Octets> above(List<PathCertificate> path) {
        return path.stream().skip(1).map(PathCertificate::encoded).toList();
    }

    /// What could be asked of the certificate's authorities.
    List<RevocationQuestion> revocationQuestions(SmimeCertificate certificate, List<Octets> along) {
        List<Octets> others = new ArrayList<>(along);
        others.addAll(trust.intermediates());
        others.addAll(trust.authorities());
        PathQuestion question =
                new PathQuestion(certificate.encoded(), others, Purpose.SIGN, now).withPinned(trust.accepted());
        return Stream.of(Purpose.values())
                .map(purpose -> RevocationInquiry.questions(paths, question.withPurpose(purpose)))
                .filter(questions -> !questions.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// @param travelling the certificates that came along
    SignatureOutcome judge(SignerFinding finding, List<X509CertificateHolder> travelling) {
        return switch (finding.mathematics()) {
            case HOLDS -> trusted(finding, travelling);
            case DIGEST_MISMATCH, BAD -> invalid(new Objection.BadSignature());
            case UNSUPPORTED -> invalid(new Objection.Unsupported("the signature's algorithm"));
            case NO_CERTIFICATE -> invalid(new Objection.UnknownIssuer());
        };
    }

    private SignatureOutcome trusted(SignerFinding finding, List<X509CertificateHolder> travelling) {
        if (finding.weakness().isPresent()) {
            return invalid(new Objection.WeakAlgorithm(finding.weakness().get()));
        }
        Optional<CertificateCard> card =
                finding.certificate().map(CmsLayers::der).flatMap(CertificateCard::read);
        if (card.isEmpty()) {
            return invalid(new Objection.AgainstRules("RFC 5280 §4.1"));
        }
        List<Octets> others = travelling.stream().map(CmsLayers::der).toList();
        return switch (judge(card.get(), others, Purpose.SIGN, revokedBy(finding.claimed()))) {
            case X509Verdict.Confirmed confirmed ->
                valid(card.get(), finding, travelling, confirmed.path(), Optional.of(confirmed.by()));
            case X509Verdict.AcceptedAsItIs _ -> valid(card.get(), finding, travelling, List.of(), Optional.empty());
            case X509Verdict.Refused(List<Objection> objections) -> new SignatureOutcome.Invalid(objections);
        };
    }

    /// Where a key was not stolen, its owner is believed that he signed before it was revoked.
    private Map<Fingerprint, Objection.Revoked> revokedBy(Optional<Instant> claimed) {
        return trust.revoked().entrySet().stream()
                .filter(entry -> entry.getValue().hard()
                        || claimed.filter(entry.getValue().since()::isAfter).isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private SignatureOutcome valid(
            CertificateCard signer,
            SignerFinding finding,
            List<X509CertificateHolder> travelling,
            List<Octets> path,
            Optional<String> confirmedBy) {
        Optional<SmimeCertificate> forReplies = finding.forReplies().stream()
                .flatMap(wanted -> travelling.stream().filter(wanted::names))
                .flatMap(found -> CertificateCard.read(CmsLayers.der(found)).stream())
                .filter(found -> !found.equals(signer))
                .map(SmimeCertificate.class::cast)
                .findFirst();
        return new SignatureOutcome.Valid(
                signer,
                finding.claimed().orElse(now),
                List.of(),
                Optional.of(new SmimeIntroduction(
                        forReplies, path, finding.capabilities().identifiers(), confirmedBy)));
    }

    private static SignatureOutcome invalid(Objection objection) {
        return new SignatureOutcome.Invalid(List.of(objection));
    }
}
