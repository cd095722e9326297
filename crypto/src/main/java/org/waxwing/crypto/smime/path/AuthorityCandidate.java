package org.waxwing.crypto.smime.path;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.waxwing.crypto.cert.AuthorityProfile.Flaw;
import org.waxwing.crypto.cert.AuthorityProfile.NameKind;
import org.waxwing.crypto.cert.AuthorityProfile.NameLimit;
import org.waxwing.crypto.cert.Objection;

/// A certificate that a person may take for an anchor: what is to be said of it before.
public final class AuthorityCandidate {
    private AuthorityCandidate() {}

    /// Whether it may confirm others (RFC 5280 §4.2.1.9), and isn't a person's.
    public static boolean isAuthority(PathCertificate certificate) {
        return certificate.extensions().isAuthority() && !isPersons(certificate);
    }

    /// Whether a person made it for their own address. Programs call what issued itself an authority unless
    /// they are told otherwise; whoever believed it so would believe its owner about everybody's mail. An
    /// authority says that its key signs certificates (RFC 5280 §4.2.1.3).
    public static boolean isPersons(PathCertificate certificate) {
        return certificate.isSelfIssued()
                && !certificate.extensions().assertsCertificateSigning()
                && namesPerson(certificate);
    }

    /// In the subject an authority may write where to ask about it.
    private static boolean namesPerson(PathCertificate certificate) {
        boolean forMail = certificate
                .extensions()
                .extendedKeyUsage()
                .filter(uses -> uses.hasKeyPurposeId(KeyPurposeId.id_kp_emailProtection))
                .isPresent();
        return CertificateAddresses.inAlternativeNames(certificate)
                || (forMail && CertificateAddresses.inSubject(certificate));
    }

    /// Why nobody should take it; nothing where it can be.
    public static Optional<Flaw> flaw(PathCertificate certificate, Instant at) {
        List<Objection> authority = CertificateRules.authority(certificate);
        if (!authority.isEmpty() || isPersons(certificate)) {
            return Optional.of(new Flaw.NoAuthority());
        }
        if (!PurposeRules.authorities(List.of(certificate), KeyPurposeId.id_kp_emailProtection)
                .isEmpty()) {
            return Optional.of(new Flaw.NotForMail());
        }
        List<Objection> objections = new ArrayList<>(CertificateRules.anywhere(certificate, at));
        if (certificate.isSelfIssued() && !certificate.isSignedBy(certificate)) {
            objections.add(new Objection.BadSignature());
        }
        return objections.isEmpty() ? Optional.empty() : Optional.of(new Flaw.Unsound(objections));
    }

    /// The name constraints.
    public static List<NameLimit> limits(PathCertificate certificate) {
        Optional<NameConstraints> constraints = certificate.extensions().nameConstraints();
        Stream<NameLimit> permitted = constraints
                .map(NameConstraints::getPermittedSubtrees)
                .map(subtrees -> limits(subtrees, true))
                .orElseGet(Stream::empty);
        Stream<NameLimit> excluded = constraints
                .map(NameConstraints::getExcludedSubtrees)
                .map(subtrees -> limits(subtrees, false))
                .orElseGet(Stream::empty);
        return Stream.concat(permitted, excluded).toList();
    }

    private static Stream<NameLimit> limits(GeneralSubtree[] subtrees, boolean permitted) {
        return Stream.of(subtrees).map(GeneralSubtree::getBase).map(name -> limit(name, permitted));
    }

    private static NameLimit limit(GeneralName name, boolean permitted) {
        return switch (name.getTagNo()) {
            case GeneralName.rfc822Name -> new NameLimit(permitted, NameKind.MAIL_ADDRESS, text(name));
            case GeneralName.dNSName -> new NameLimit(permitted, NameKind.HOST, text(name));
            case GeneralName.directoryName ->
                new NameLimit(
                        permitted,
                        NameKind.DIRECTORY_NAME,
                        DistinguishedNames.whole(X500Name.getInstance(name.getName())));
            default -> new NameLimit(permitted, NameKind.OTHER, "");
        };
    }

    private static String text(GeneralName name) {
        return DistinguishedNames.harmless(name.getName().toString());
    }
}
