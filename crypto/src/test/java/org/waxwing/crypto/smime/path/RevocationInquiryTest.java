package org.waxwing.crypto.smime.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x509.CRLReason;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.RevocationAnswer;
import org.waxwing.crypto.cert.RevocationQuestion;
import org.waxwing.crypto.mime.Octets;

class RevocationInquiryTest {
    private static final Objection.Revoked STOLEN =
            new Objection.Revoked(TestAuthority.NOW.minus(Duration.ofDays(2)), true);

    private final TestAuthority root = new TestAuthority("Root");
    private final TestAuthority issuing = new TestAuthority("Issuing");
    private final TestAuthority other = new TestAuthority("Issuing");
    private final Octets rootCertificate = root.root();
    private final Octets issuer =
            root.authority(issuing, TestAuthority.asking("https://root.example/ocsp", "ldap://x/"));
    private final Octets anna = issuing.person(
            new TestAuthority("Anna"), TestAuthority.asking("http://ca.example/ocsp", "http://ca.example/list.crl"));
    private final CertificatePaths paths = new CertificatePaths(
            List.of(Anchor.ofPerson(PathCertificate.read(rootCertificate).orElseThrow())));

    @Test
    void namesWhomToAskAboutEachCertificateOfThePath() {
        List<RevocationQuestion> questions = RevocationInquiry.questions(paths, asks(anna));
        assertEquals(2, questions.size());
        assertEquals(List.of("http://ca.example/ocsp"), questions.getFirst().responders());
        assertEquals(List.of("http://ca.example/list.crl"), questions.getFirst().lists());
        assertEquals(issuer, questions.getFirst().issuer());
        assertEquals(List.of("https://root.example/ocsp"), questions.getLast().responders());
        assertEquals(List.of(), questions.getLast().lists());
    }

    @Test
    void asksNobodyAboutAStranger() {
        CertificatePaths nobody = new CertificatePaths(List.of());
        assertEquals(List.of(), RevocationInquiry.questions(nobody, asks(anna)));
    }

    @Test
    void asksTheIssuerOfACertificateThatThePersonAccepted() {
        CertificatePaths nobody = new CertificatePaths(List.of());
        List<RevocationQuestion> questions =
                RevocationInquiry.questions(nobody, asks(anna).withPinned(Set.of(fingerprint(anna))));
        assertEquals(1, questions.size());
        assertEquals(issuer, questions.getFirst().issuer());
    }

    @Test
    void believesTheIssuersListAndNobodyElses() {
        RevocationQuestion question =
                RevocationInquiry.questions(paths, asks(anna)).getFirst();
        assertInstanceOf(RevocationAnswer.Good.class, said(question, issuing.list(CRLReason.superseded)));
        assertEquals(new RevocationAnswer.Revoked(STOLEN), said(question, issuing.list(CRLReason.keyCompromise, anna)));
        assertInstanceOf(RevocationAnswer.Silent.class, said(question, other.list(CRLReason.keyCompromise, anna)));
        assertInstanceOf(RevocationAnswer.Silent.class, said(question, Octets.ofUtf8("<html>")));
    }

    @Test
    void lastsNoLongerThanTheListSays() {
        RevocationQuestion question =
                RevocationInquiry.questions(paths, asks(anna)).getFirst();
        assertInstanceOf(
                RevocationAnswer.Silent.class,
                RevocationInquiry.ofList(
                        question, issuing.list(CRLReason.superseded), TestAuthority.NOW.plus(Duration.ofDays(30))));
    }

    @Test
    void refusesWhatIsKnownToBeRevokedOnWhoseverWord() {
        Map<Fingerprint, Objection.Revoked> known = Map.of(fingerprint(anna), STOLEN);
        assertEquals(
                new PathVerdict.Untrusted(List.of(STOLEN)),
                paths.judge(asks(anna).withRevoked(known)));
        assertEquals(
                new PathVerdict.Untrusted(List.of(STOLEN)),
                paths.judge(asks(anna).withPinned(known.keySet()).withRevoked(known)));
        assertEquals(
                new PathVerdict.Untrusted(List.of(STOLEN)),
                paths.judge(asks(anna).withRevoked(Map.of(fingerprint(issuer), STOLEN))));
    }

    private PathQuestion asks(Octets certificate) {
        return new PathQuestion(certificate, List.of(issuer), Purpose.SIGN, TestAuthority.NOW);
    }

    private static RevocationAnswer said(RevocationQuestion question, Octets list) {
        return RevocationInquiry.ofList(question, list, TestAuthority.NOW);
    }

    private static Fingerprint fingerprint(Octets certificate) {
        return PathCertificate.read(certificate).orElseThrow().fingerprint();
    }
}
