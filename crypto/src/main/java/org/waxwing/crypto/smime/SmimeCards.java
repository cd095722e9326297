package org.waxwing.crypto.smime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.RevocationQuestion;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.cert.X509Verdict;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.identity.Marriage;

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

    /// Whether it may issue others.
    public static boolean isAuthority(SmimeCertificate certificate) {
        return CertificateCard.certificate(certificate).certificate().getBasicConstraints() >= 0;
    }

    /// Those above a certificate among others, its issuer's first.
    public static List<SmimeCertificate> chain(SmimeCertificate certificate, List<SmimeCertificate> among) {
        List<X509CertificateHolder> holders = among.stream()
                .map(other -> CertificateCard.certificate(other).structure())
                .toList();
        return new Marriage(holders)
                .chain(CertificateCard.certificate(certificate).structure()).stream()
                        .flatMap(holder -> read(CmsLayers.der(holder)).stream())
                        .toList();
    }

    /// Whether a certificate counts.
    public static X509Verdict judge(
            SmimeCertificate certificate, List<Octets> along, Objection.Purpose purpose, X509Trust trust, Instant now) {
        return new SignatureVerdicts(trust, now).judge(certificate, along, purpose);
    }

    /// What could be asked of a certificate's authorities; empty where it doesn't count, or names nobody.
    public static List<RevocationQuestion> revocationQuestions(
            SmimeCertificate certificate, List<Octets> along, X509Trust trust, Instant now) {
        return new SignatureVerdicts(trust, now).revocationQuestions(certificate, along);
    }
}
