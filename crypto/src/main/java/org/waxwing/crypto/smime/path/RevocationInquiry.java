package org.waxwing.crypto.smime.path;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.RevocationAnswer;
import org.waxwing.crypto.cert.RevocationQuestion;
import org.waxwing.crypto.mime.Octets;

/// What could be asked about the revocation of a path, and what the answers say. It asks nobody itself.
public final class RevocationInquiry {
    private static final int MAX_ADDRESSES = 4;
    private static final int MAX_ADDRESS = 1_024;

    private RevocationInquiry() {}

    /// One question for each certificate of the path that confirms the one asked about; for one that counts
    /// by the person's word alone, of its issuer where that is at hand. Empty where the certificate doesn't
    /// count: its addresses are a stranger's.
    public static List<RevocationQuestion> questions(CertificatePaths paths, PathQuestion question) {
        PathQuestion unpinned =
                new PathQuestion(question.certificate(), question.others(), question.purpose(), question.at());
        return switch (paths.judge(unpinned)) {
            case PathVerdict.Trusted(
                    List<PathCertificate> path,
                    PathVerdict.Confirmation.ByAuthority by,
                    Revocation _) -> along(path, by.anchor().certificate());
            case PathVerdict.Trusted _, PathVerdict.Untrusted _ -> alone(question);
        };
    }

    private static List<RevocationQuestion> along(List<PathCertificate> path, PathCertificate anchor) {
        List<RevocationQuestion> questions = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            PathCertificate issuer = i + 1 < path.size() ? path.get(i + 1) : anchor;
            of(path.get(i), issuer).ifPresent(questions::add);
        }
        return questions;
    }

    private static List<RevocationQuestion> alone(PathQuestion question) {
        Optional<PathCertificate> end = PathCertificate.read(question.certificate())
                .filter(one -> question.pinned().contains(one.fingerprint()));
        return end.stream()
                .flatMap(one -> question.others().stream()
                        .flatMap(der -> PathCertificate.read(der).stream())
                        .filter(other -> other.subject().equals(one.issuer()) && one.isSignedBy(other))
                        .flatMap(issuer -> of(one, issuer).stream()))
                .limit(1)
                .toList();
    }

    /// Nothing for an anchor itself, and where there is nobody to ask.
    private static Optional<RevocationQuestion> of(PathCertificate certificate, PathCertificate issuer) {
        List<String> responders = responders(certificate);
        List<String> lists = lists(certificate);
        return certificate.equals(issuer) || (responders.isEmpty() && lists.isEmpty())
                ? Optional.empty()
                : request(certificate, issuer)
                        .map(request -> new RevocationQuestion(
                                certificate.encoded(), issuer.encoded(), responders, lists, request));
    }

    /// What an OCSP response says of the certificate.
    public static RevocationAnswer ofResponder(RevocationQuestion question, Octets response, Instant at) {
        return said(question, new RevocationEvidence(List.of(), List.of(response)), at);
    }

    /// What a revocation list says of the certificate.
    public static RevocationAnswer ofList(RevocationQuestion question, Octets list, Instant at) {
        return said(question, new RevocationEvidence(List.of(list), List.of()), at);
    }

    private static RevocationAnswer said(RevocationQuestion question, RevocationEvidence evidence, Instant at) {
        Optional<PathCertificate> certificate = PathCertificate.read(question.certificate());
        Optional<PathCertificate> issuer = PathCertificate.read(question.issuer());
        if (certificate.isEmpty() || issuer.isEmpty()) {
            return new RevocationAnswer.Silent();
        }
        IssuerSearch.Chain chain = new IssuerSearch.Chain(List.of(certificate.get()), Anchor.ofPerson(issuer.get()));
        return switch (new RevocationJudgement(PolicyDemand.NONE).judge(chain, List.of(), evidence, at)) {
            case Revocation.Good _ -> new RevocationAnswer.Good();
            case Revocation.NotChecked _ -> new RevocationAnswer.Silent();
            case Revocation.Revoked revoked ->
                new RevocationAnswer.Revoked(new Objection.Revoked(revoked.since(), revoked.hard()));
        };
    }

    /// SHA-1 names the issuer, as responders know it (RFC 5019 §2.1.1); nothing rests on it.
    private static Optional<Octets> request(PathCertificate certificate, PathCertificate issuer) {
        try {
            CertificateID id = new CertificateID(
                    new BcDigestCalculatorProvider().get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                    issuer.structure(),
                    certificate.structure().getSerialNumber());
            return Optional.of(
                    Octets.of(new OCSPReqBuilder().addRequest(id).build().getEncoded()));
        } catch (OCSPException | OperatorCreationException | IOException impossible) {
            return Optional.empty();
        }
    }

    private static List<String> responders(PathCertificate certificate) {
        return addresses(() ->
                extension(certificate, Extension.authorityInfoAccess)
                        .map(AuthorityInformationAccess::getInstance)
                        .stream()
                        .flatMap(access -> Stream.of(access.getAccessDescriptions()))
                        .filter(one -> one.getAccessMethod().equals(AccessDescription.id_ad_ocsp))
                        .map(AccessDescription::getAccessLocation));
    }

    /// Lists by somebody else than the issuer are left out (RFC 5280 §4.2.1.13): he has to be found first.
    private static List<String> lists(PathCertificate certificate) {
        return addresses(() ->
                extension(certificate, Extension.cRLDistributionPoints).map(CRLDistPoint::getInstance).stream()
                        .flatMap(points -> Stream.of(points.getDistributionPoints()))
                        .filter(point ->
                                Optional.ofNullable(point.getCRLIssuer()).isEmpty())
                        .flatMap(point -> Stream.ofNullable(point.getDistributionPoint()))
                        .filter(name -> name.getType() == DistributionPointName.FULL_NAME)
                        .flatMap(name -> Stream.of(
                                GeneralNames.getInstance(name.getName()).getNames())));
    }

    private static Optional<ASN1Encodable> extension(PathCertificate certificate, ASN1ObjectIdentifier id) {
        return Optional.ofNullable(certificate.structure().getExtensions())
                .flatMap(all -> Optional.ofNullable(all.getExtensionParsedValue(id)));
    }

    private static List<String> addresses(Supplier<Stream<GeneralName>> names) {
        try {
            return names.get()
                    .filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
                    .map(name -> name.getName().toString())
                    .filter(RevocationInquiry::isWeb)
                    .distinct()
                    .limit(MAX_ADDRESSES)
                    .toList();
        } catch (RuntimeException malformed) {
            // The edge: what nothing else looks at may be malformed, and then names nobody.
            return List.of();
        }
    }

    private static boolean isWeb(String address) {
        String scheme =
                address.substring(0, Math.max(0, address.indexOf("://"))).toLowerCase(Locale.ROOT);
        return address.length() <= MAX_ADDRESS && (scheme.equals("http") || scheme.equals("https"));
    }
}
