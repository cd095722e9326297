package org.waxwing.crypto.smime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.path.Anchor;
import org.waxwing.crypto.smime.path.CertificatePaths;
import org.waxwing.crypto.smime.path.MailRoots;
import org.waxwing.crypto.smime.path.PathCertificate;
import org.waxwing.crypto.smime.path.PathQuestion;
import org.waxwing.crypto.smime.path.PathVerdict;

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
                                .map(Anchor::ofPerson))
                .toList());
    }

    /// Why the certificate doesn't count for the purpose; empty where it does.
    List<Objection> objections(SmimeCertificate certificate, List<Octets> travelling, Purpose purpose) {
        if (trust.rejected().contains(certificate.fingerprint())) {
            return List.of(new Objection.RejectedByUser());
        }
        List<Octets> others = new ArrayList<>(travelling);
        others.addAll(trust.intermediates());
        PathQuestion question = new PathQuestion(certificate.encoded(), others, purpose, now);
        return switch (paths.judge(question.withPinned(trust.accepted()))) {
            case PathVerdict.Trusted _ -> List.of();
            case PathVerdict.Untrusted(List<Objection> objections) -> objections;
        };
    }

    /// @param travelling the certificates that came along
    SignatureOutcome judge(SignerFinding finding, List<Octets> travelling) {
        return switch (finding.mathematics()) {
            case HOLDS -> trusted(finding, travelling);
            case DIGEST_MISMATCH, BAD -> invalid(new Objection.BadSignature());
            case UNSUPPORTED -> invalid(new Objection.Unsupported("the signature's algorithm"));
            case NO_CERTIFICATE -> invalid(new Objection.UnknownIssuer());
        };
    }

    private SignatureOutcome trusted(SignerFinding finding, List<Octets> travelling) {
        if (finding.weakness().isPresent()) {
            return invalid(new Objection.WeakAlgorithm(finding.weakness().get()));
        }
        Optional<CertificateCard> card =
                finding.certificate().map(CmsLayers::der).flatMap(CertificateCard::read);
        if (card.isEmpty()) {
            return invalid(new Objection.AgainstRules("RFC 5280 §4.1"));
        }
        List<Objection> objections = objections(card.get(), travelling, Purpose.SIGN);
        return objections.isEmpty()
                ? new SignatureOutcome.Valid(card.get(), finding.claimed().orElse(now), List.of())
                : new SignatureOutcome.Invalid(objections);
    }

    private static SignatureOutcome invalid(Objection objection) {
        return new SignatureOutcome.Invalid(List.of(objection));
    }
}
