package org.waxwing.crypto.smime.path;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.waxwing.crypto.cert.Objection;

/// What a certificate may be used for (RFC 8550 §4.4.2 and §4.4.4).
final class PurposeRules {
    private static final int SIGNING = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    private static final int RECEIVING = KeyUsage.keyEncipherment | KeyUsage.keyAgreement;

    private PurposeRules() {}

    /// The objections to using the end entity's certificate so.
    static List<Objection> end(PathCertificate certificate, KeyPurposeId use, Objection.Purpose purpose) {
        int bits = switch (purpose) {
            case SIGN -> SIGNING;
            case ENCRYPT -> RECEIVING;
        };
        List<Objection> objections = new ArrayList<>();
        if (!names(certificate.extensions(), use)) {
            objections.add(new Objection.NotForMail());
        }
        if (!certificate.extensions().allowsUsage(bits)) {
            objections.add(new Objection.NoSuitableKey(purpose));
        }
        return objections;
    }

    /// Authorities whose certificate is for other uses only: a restriction there binds those below.
    static List<Objection> authorities(List<PathCertificate> authorities, KeyPurposeId use) {
        return authorities.stream()
                .filter(one -> !names(one.extensions(), use))
                .map(_ -> (Objection) new Objection.NotForMail())
                .limit(1)
                .toList();
    }

    private static boolean names(CertificateExtensions extensions, KeyPurposeId use) {
        return extensions
                .extendedKeyUsage()
                .map(named -> Stream.of(use, KeyPurposeId.anyExtendedKeyUsage).anyMatch(named::hasKeyPurposeId))
                .orElse(true);
    }
}
