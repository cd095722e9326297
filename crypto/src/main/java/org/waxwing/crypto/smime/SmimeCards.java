package org.waxwing.crypto.smime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.AuthorityProfile;
import org.waxwing.crypto.cert.CertificateChain;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.RevocationQuestion;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.cert.X509Verdict;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.path.AuthorityCandidate;
import org.waxwing.crypto.smime.path.DistinguishedNames;
import org.waxwing.crypto.smime.path.IssuerChain;
import org.waxwing.crypto.smime.path.MailRoots;
import org.waxwing.crypto.smime.path.PathCertificate;

/// Reads address cards and judges them.
public final class SmimeCards {
    private SmimeCards() {}

    /// Nothing for what is no certificate.
    public static Optional<SmimeCertificate> read(Octets der) {
        return CertificateCard.read(der).map(SmimeCertificate.class::cast);
    }

    /// Those in one certificate or in SignedData that carries some; empty for anything else.
    public static List<SmimeCertificate> readAll(Octets der) {
        return CertificateBundle.read(der);
    }

    /// Whether it may issue others. What a person made for their own address may not, whatever it says.
    public static boolean isAuthority(SmimeCertificate certificate) {
        return AuthorityCandidate.isAuthority(CertificateCard.certificate(certificate));
    }

    /// Whether Mozilla's list has it.
    public static boolean isMailRoot(SmimeCertificate certificate) {
        PathCertificate path = CertificateCard.certificate(certificate);
        return MailRoots.all().stream().anyMatch(root -> root.certificate().equals(path));
    }

    /// Whether a certificate counts.
    public static X509Verdict judge(
            SmimeCertificate certificate, List<Octets> along, Objection.Purpose purpose, X509Trust trust, Instant now) {
        return new SignatureVerdicts(trust, now).judge(certificate, along, purpose);
    }

    /// What is to be said of it before a person believes it as an authority.
    public static AuthorityProfile authority(SmimeCertificate certificate, Instant now) {
        PathCertificate path = CertificateCard.certificate(certificate);
        return new AuthorityProfile(
                certificate,
                DistinguishedNames.inWords(path.subject()),
                AuthorityCandidate.limits(path),
                AuthorityCandidate.flaw(path, now));
    }

    /// What hangs above a certificate.
    public static CertificateChain chain(SmimeCertificate certificate, List<Octets> others) {
        IssuerChain chain = IssuerChain.of(CertificateCard.certificate(certificate), others, MailRoots.all());
        return new CertificateChain(
                chain.above().stream()
                        .flatMap(one -> read(one.encoded()).stream())
                        .toList(),
                chain.missing());
    }

    /// What could be asked of a certificate's authorities; empty where it doesn't count, or names nobody.
    public static List<RevocationQuestion> revocationQuestions(
            SmimeCertificate certificate, List<Octets> along, X509Trust trust, Instant now) {
        return new SignatureVerdicts(trust, now).revocationQuestions(certificate, along);
    }
}
