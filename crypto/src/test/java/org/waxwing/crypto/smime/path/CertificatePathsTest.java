package org.waxwing.crypto.smime.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.path.TestAuthority.Part;

class CertificatePathsTest {
    private static final Instant NOW = TestAuthority.NOW;

    private final TestAuthority root = new TestAuthority("Root");
    private final TestAuthority issuing = new TestAuthority("Issuing");
    private final TestAuthority ben = new TestAuthority("Ben");

    @Test
    void findsTheWayToAnAuthorityThatThePersonAdded() {
        PathVerdict verdict =
                under(root.root()).judge(asks(issuing.person(ben), List.of(root.authority(issuing)), Purpose.SIGN));
        PathVerdict.Trusted trusted = assertInstanceOf(PathVerdict.Trusted.class, verdict);
        assertEquals(2, trusted.path().size());
        PathVerdict.Confirmation.ByAuthority by =
                assertInstanceOf(PathVerdict.Confirmation.ByAuthority.class, trusted.confirmation());
        assertEquals("Example", by.by());
        assertEquals("Root", by.anchor().label());
        assertInstanceOf(Revocation.NotChecked.class, trusted.revocation());
    }

    @Test
    @Attack(54)
    void believesNobodyWithoutAnAnchor() {
        PathVerdict verdict = new CertificatePaths(MailRoots.all())
                .judge(asks(issuing.person(ben), List.of(root.authority(issuing), root.root()), Purpose.SIGN));
        assertEquals(new PathVerdict.Untrusted(List.of(new Objection.NoTrustedAuthority("Issuing"))), verdict);
    }

    @Test
    void believesASelfSignedCertificateThatThePersonPinned() {
        Octets own = ben.person(ben);
        CertificatePaths nobody = new CertificatePaths(List.of());
        PathQuestion question = asks(own, List.of(), Purpose.ENCRYPT);
        assertInstanceOf(PathVerdict.Untrusted.class, nobody.judge(question));
        PathVerdict.Trusted trusted = assertInstanceOf(
                PathVerdict.Trusted.class,
                nobody.judge(question.withPinned(
                        Set.of(PathCertificate.read(own).orElseThrow().fingerprint()))));
        assertInstanceOf(PathVerdict.Confirmation.ByPerson.class, trusted.confirmation());
    }

    @Test
    void aPinDoesNotOutliveTheCertificate() {
        Octets own = ben.person(ben);
        PathQuestion later = new PathQuestion(own, List.of(), Purpose.SIGN, TestAuthority.END.plus(Duration.ofDays(1)));
        PathVerdict verdict = new CertificatePaths(List.of())
                .judge(later.withPinned(
                        Set.of(PathCertificate.read(own).orElseThrow().fingerprint())));
        assertEquals(new PathVerdict.Untrusted(List.of(new Objection.Expired(TestAuthority.END))), verdict);
    }

    @Test
    void asksForTheUseThatIsMeant() {
        Part signing = new Part(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        Octets signer = root.person(ben, signing);
        assertInstanceOf(PathVerdict.Trusted.class, under(root.root()).judge(asks(signer, List.of(), Purpose.SIGN)));
        assertEquals(
                new PathVerdict.Untrusted(List.of(new Objection.NoSuitableKey(Purpose.ENCRYPT))),
                under(root.root()).judge(asks(signer, List.of(), Purpose.ENCRYPT)));
    }

    @Test
    void refusesACertificateForServers() {
        Part server = new Part(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        assertEquals(
                new PathVerdict.Untrusted(List.of(new Objection.NotForMail())),
                under(root.root()).judge(asks(root.person(ben, server), List.of(), Purpose.SIGN)));
        assertEquals(
                new PathVerdict.Untrusted(List.of(new Objection.NotForMail())),
                under(root.root())
                        .judge(asks(issuing.person(ben), List.of(root.authority(issuing, server)), Purpose.SIGN)));
    }

    @Test
    @Attack(33)
    void bindsAnAddressWithoutRegardToCaseAndSpellingOfTheDomain() {
        CertificatePaths paths = under(root.root());
        Octets plain = root.person(ben, TestAuthority.mailbox("Ben@xn--bcher-kva.example"));
        Octets beyondAscii = root.person(ben, TestAuthority.utf8Mailbox("bén@bücher.example"));
        assertTrusted(paths, asks(plain, List.of(), Purpose.SIGN).withAddress(AddrSpec.of("ben@bücher.example")));
        assertTrusted(paths, asks(beyondAscii, List.of(), Purpose.SIGN).withAddress(AddrSpec.of("bén@BÜCHER.example")));
        assertEquals(
                new PathVerdict.Untrusted(List.of(new Objection.NotForAddress())),
                paths.judge(asks(plain, List.of(), Purpose.SIGN).withAddress(AddrSpec.of("ben@example.org"))));
    }

    @Test
    void anAuthorityThatMayNameOneDomainNamesNoOther() {
        Part within = new Part(
                Extension.nameConstraints,
                true,
                new NameConstraints(
                        new GeneralSubtree[] {new GeneralSubtree(new GeneralName(GeneralName.rfc822Name, "example.org"))
                        },
                        null));
        CertificatePaths paths = under(root.root(within));
        assertTrusted(paths, asks(root.person(ben, TestAuthority.mailbox("ben@example.org")), List.of(), Purpose.SIGN));
        for (Part outside : List.of(
                TestAuthority.mailbox("ben@example.com"),
                TestAuthority.mailbox("ben@mail.example.org"),
                TestAuthority.utf8Mailbox("bén@example.com"))) {
            assertEquals(
                    new PathVerdict.Untrusted(List.of(new Objection.OutsideLimits())),
                    paths.judge(asks(root.person(ben, outside), List.of(), Purpose.SIGN)));
        }
    }

    @Test
    @Attack(33)
    void anAuthorityThatMayNotNameADomainMayNotInItsOwnLettersEither() {
        GeneralSubtree excluded = new GeneralSubtree(new GeneralName(GeneralName.rfc822Name, "xn--strae-oqa.example"));
        Part without =
                new Part(Extension.nameConstraints, true, new NameConstraints(null, new GeneralSubtree[] {excluded}));
        CertificatePaths paths = under(root.root(without));
        assertTrusted(
                paths, asks(root.person(ben, TestAuthority.mailbox("ben@strasse.example")), List.of(), Purpose.SIGN));
        for (Part outside :
                List.of(TestAuthority.mailbox("ben@straße.example"), TestAuthority.utf8Mailbox("bén@straße.example"))) {
            assertEquals(
                    new PathVerdict.Untrusted(List.of(new Objection.OutsideLimits())),
                    paths.judge(asks(root.person(ben, outside), List.of(), Purpose.SIGN)));
        }
    }

    @Test
    void refusesWhatIsCriticalAndUnknown() {
        Part unknown = new Part(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE);
        assertEquals(
                new PathVerdict.Untrusted(List.of(new Objection.Unsupported("extension 1.2.3.4"))),
                under(root.root()).judge(asks(root.person(ben, unknown), List.of(), Purpose.SIGN)));
    }

    @Test
    void refusesWhatIsNoCertificate() {
        assertEquals(
                new PathVerdict.Untrusted(List.of(new Objection.AgainstRules("RFC 5280 §4.1"))),
                under(root.root()).judge(asks(Octets.ofUtf8("nothing"), List.of(), Purpose.SIGN)));
    }

    @Test
    void aWebOfCrossSignedAuthoritiesEndsSoon() {
        List<TestAuthority> web = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            web.add(new TestAuthority("Web " + i));
        }
        List<Octets> certificates = new ArrayList<>();
        for (TestAuthority one : web) {
            for (TestAuthority other : web) {
                certificates.add(one.authority(other));
            }
        }
        assertEquals(
                new PathVerdict.Untrusted(List.of(new Objection.Unsupported("a web of so many certificates"))),
                under(root.root()).judge(asks(web.getFirst().person(ben), certificates, Purpose.SIGN)));
    }

    @Test
    void passesOverCertificatesThatLeadNowhere() {
        List<Octets> many = new ArrayList<>();
        for (int i = 0; i < 2 * IssuerSearch.MAX_CERTIFICATES; i++) {
            many.add(issuing.person(ben));
        }
        many.add(root.authority(issuing));
        assertTrusted(under(root.root()), asks(issuing.person(ben), many, Purpose.SIGN));
    }

    /// The list of all the authorities that programs for mail know has thousands.
    @Test
    void whoBroughtInEveryAuthorityIsStillToldWhoConfirms() {
        List<Octets> many = new ArrayList<>(List.of(root.authority(issuing)));
        for (int i = 0; i < 30; i++) {
            TestAuthority other = new TestAuthority("Other " + i);
            for (int j = 0; j < 50; j++) {
                many.add(other.root());
            }
        }
        assertTrusted(under(root.root()), asks(issuing.person(ben), many, Purpose.SIGN));
    }

    @Test
    void refusesMoreCertificatesThanItWillRead() {
        Octets end = issuing.person(ben);
        assertEquals(
                new PathVerdict.Untrusted(List.of(new Objection.Unsupported("20001 certificates beside one"))),
                under(root.root()).judge(asks(end, Collections.nCopies(20_001, end), Purpose.SIGN)));
    }

    private static CertificatePaths under(Octets anchor) {
        return new CertificatePaths(
                List.of(Anchor.ofPerson(PathCertificate.read(anchor).orElseThrow())));
    }

    private static PathQuestion asks(Octets end, List<Octets> others, Purpose purpose) {
        return new PathQuestion(end, others, purpose, NOW);
    }

    private static void assertTrusted(CertificatePaths paths, PathQuestion question) {
        assertInstanceOf(PathVerdict.Trusted.class, paths.judge(question));
    }
}
