package org.waxwing.crypto.smime.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.AuthorityAnswer;
import org.waxwing.crypto.cert.AuthorityProfile;
import org.waxwing.crypto.cert.AuthorityProfile.Flaw;
import org.waxwing.crypto.cert.AuthorityProfile.NameKind;
import org.waxwing.crypto.cert.AuthorityProfile.NameLimit;
import org.waxwing.crypto.cert.CertificateChain;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.cert.IdentityFile;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeKeyKind;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.WaitingKey;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.cert.X509Verdict;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// One's own certificate, from the request to the authority's answer, and what is said of authorities.
class OwnCertificateTest {
    private static final AddrSpec ANNA = AddrSpec.of("anna@example.org");
    private static final Instant NOW = TestAuthority.NOW;

    private final Smime smime = Smime.with(new SecureRandom());
    private final TestAuthority root = new TestAuthority("Example Root");
    private final TestAuthority between = new TestAuthority("Example Mail CA");

    private WaitingKey asked(SmimeKeyKind kind) {
        try (Passphrase lock = Passphrase.taking("lock".toCharArray())) {
            return smime.request(new CertificateWish("Anna Weber", ANNA, kind), lock);
        }
    }

    private Octets pem(Octets... certificates) {
        StringBuilder all = new StringBuilder("What you asked for:\n");
        for (Octets der : certificates) {
            all.append(smime.armored(card(der)).latin1());
        }
        return Octets.ofUtf8(all.toString());
    }

    private SmimeCertificate card(Octets der) {
        return smime.certificate(der).orElseThrow();
    }

    private AuthorityAnswer.Fits fits(Octets file, WaitingKey... waiting) {
        return assertInstanceOf(AuthorityAnswer.Fits.class, smime.answer(file, List.of(waiting), List.of()));
    }

    @ParameterizedTest
    @EnumSource(SmimeKeyKind.class)
    void whatAnAuthorityAnswersMarriesTheKeyThatWaits(SmimeKeyKind kind) {
        WaitingKey other = asked(SmimeKeyKind.P_256);
        WaitingKey waiting = asked(kind);
        assertTrue(TestAuthority.isProven(waiting.request()));
        Octets answer = between.answer(waiting.request(), TestAuthority.END);
        AuthorityAnswer.Fits fits = fits(pem(root.authority(between), answer, root.root()), other, waiting);

        assertEquals(Optional.of(waiting), fits.waiting());
        assertEquals(new KeyPlace.Held(waiting.locked()), fits.key().place());
        assertEquals(2, fits.authorities().size());
        SmimeCertificate certificate = fits.key().certificate();
        assertTrue(certificate.binds(ANNA, NOW));
        assertEquals(
                "Anna Weber <anna@example.org>",
                certificate.userIds().getFirst().text());
        assertTrue(certificate.usability(NOW).canSign());
        assertEquals(!kind.signsOnly(), certificate.usability(NOW).canEncrypt());
        X509Trust trust = new X509Trust(List.of(root.root()), List.of(), Set.of(), Set.of());
        assertInstanceOf(
                X509Verdict.Confirmed.class,
                smime.judge(certificate, fits.key().chain(), Objection.Purpose.SIGN, trust, NOW));
    }

    @Test
    void anAnswerInDerIsReadToo() {
        WaitingKey waiting = asked(SmimeKeyKind.P_256);
        AuthorityAnswer.Fits fits = fits(between.answer(waiting.request(), TestAuthority.END), waiting);
        assertEquals(List.of(), fits.key().chain());
    }

    @Test
    void aNewerCertificateForAKeyThatHasOneIsTaken() {
        WaitingKey waiting = asked(SmimeKeyKind.P_256);
        SmimeSecretKey own = fits(between.answer(waiting.request(), TestAuthority.END), waiting)
                .key();
        Octets newer = between.answer(waiting.request(), TestAuthority.END.plus(Duration.ofDays(365)));
        AuthorityAnswer.Fits fits =
                assertInstanceOf(AuthorityAnswer.Fits.class, smime.answer(newer, List.of(), List.of(own)));
        assertEquals(Optional.empty(), fits.waiting());
        assertEquals(own.place(), fits.key().place());
        assertEquals(newer, fits.key().certificate().encoded());
    }

    @Test
    void whatIsNoAnswerIsRefusedByItsReason() {
        WaitingKey waiting = asked(SmimeKeyKind.P_256);
        Octets stranger = between.answer(asked(SmimeKeyKind.P_256).request(), TestAuthority.END);
        assertEquals(new AuthorityAnswer.ForAnotherKey(2), answered(pem(stranger, root.root()), waiting));
        assertEquals(
                new AuthorityAnswer.Refused(IdentityProblem.MALFORMED), answered(Octets.ofUtf8("garbage"), waiting));
        assertEquals(
                new AuthorityAnswer.Refused(IdentityProblem.REQUEST),
                answered(smime.armored(waiting), waiting),
                "the request itself");
        byte[] whole = between.answer(waiting.request(), TestAuthority.END).toByteArray();
        for (int cut = 0; cut < whole.length; cut += 17) {
            assertInstanceOf(
                    AuthorityAnswer.Refused.class,
                    answered(Octets.of(java.util.Arrays.copyOf(whole, cut)), waiting),
                    "cut at " + cut);
        }
    }

    private AuthorityAnswer answered(Octets file, WaitingKey waiting) {
        return smime.answer(file, List.of(waiting), List.of());
    }

    @Test
    void aChainSaysWhatIsMissing() {
        SmimeCertificate own = card(between.answer(asked(SmimeKeyKind.P_256).request(), TestAuthority.END));
        assertEquals(
                new CertificateChain(List.of(), Optional.of("Example Mail CA")),
                smime.chain(own, List.of(root.root())));
        SmimeCertificate middle = card(root.authority(between));
        assertEquals(
                new CertificateChain(List.of(middle), Optional.of("Example Root")),
                smime.chain(own, List.of(middle.encoded())));
        CertificateChain whole = smime.chain(own, List.of(root.root(), middle.encoded()));
        assertTrue(whole.isComplete());
        assertEquals(2, whole.above().size());
        // Somebody of the same name whose key signed nothing here.
        Octets namesake = root.authority(new TestAuthority("Example Mail CA"));
        assertEquals(
                Optional.of("Example Mail CA"),
                smime.chain(own, List.of(namesake)).missing());
    }

    @Test
    void aKeyWithItsChainGoesIntoAFileThatIsReadAgain() {
        WaitingKey waiting = asked(SmimeKeyKind.RSA_3072);
        SmimeSecretKey key = fits(
                        pem(between.answer(waiting.request(), TestAuthority.END), root.authority(between)), waiting)
                .key();
        try (Passphrase lock = Passphrase.taking("lock".toCharArray());
                Passphrase wrong = Passphrase.taking("wrong".toCharArray());
                Passphrase file = Passphrase.taking("for the file".toCharArray())) {
            Octets written = smime.pkcs12(key, "anna@example.org", lock, file).orElseThrow();
            IdentityFile.Read read =
                    assertInstanceOf(IdentityFile.Read.class, smime.identities(written, Optional.of(file), lock));
            SmimeSecretKey again = assertInstanceOf(
                            IdentityFile.Item.KeyFound.class, read.items().getFirst())
                    .key();
            assertEquals(key.certificate(), again.certificate());
            assertEquals(key.chain(), again.chain());
            assertEquals(Optional.empty(), smime.pkcs12(key, "anna@example.org", wrong, file));
        }
    }

    @Test
    void anAuthorityIsDescribedBeforeItIsBelieved() {
        Octets limited = root.root(new TestAuthority.Part(
                Extension.nameConstraints,
                true,
                new NameConstraints(
                        new GeneralSubtree[] {
                            subtree(GeneralName.rfc822Name, "ox.example"),
                            new GeneralSubtree(new GeneralName(new X500Name("O=Example"))),
                        },
                        new GeneralSubtree[] {subtree(GeneralName.dNSName, "evil\u0007.example")})));
        AuthorityProfile profile = smime.authority(card(limited), NOW);
        assertEquals("Example Root", profile.name());
        assertEquals(Optional.empty(), profile.flaw());
        assertEquals(
                List.of(
                        new NameLimit(true, NameKind.MAIL_ADDRESS, "ox.example"),
                        new NameLimit(true, NameKind.DIRECTORY_NAME, "O=Example"),
                        new NameLimit(false, NameKind.HOST, "evil.example")),
                profile.limits());
        assertEquals(List.of(), smime.authority(card(root.root()), NOW).limits());
    }

    private static GeneralSubtree subtree(int kind, String name) {
        return new GeneralSubtree(new GeneralName(kind, name));
    }

    @Test
    void whatIsNoAuthorityForMailIsRefused() {
        Octets person = root.person(between, TestAuthority.mailbox("ben@example.org"));
        assertEquals(Optional.of(new Flaw.NoAuthority()), flaw(person, NOW));
        Octets cannotSign = root.root(part(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature)));
        assertEquals(Optional.of(new Flaw.NoAuthority()), flaw(cannotSign, NOW));
        Octets ofServers =
                root.root(part(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)));
        assertEquals(Optional.of(new Flaw.NotForMail()), flaw(ofServers, NOW));
        Instant later = TestAuthority.END.plusSeconds(1);
        assertEquals(
                Optional.of(new Flaw.Unsound(List.of(new Objection.Expired(TestAuthority.END)))),
                flaw(root.root(), later));
        Octets forged = between.person(root, part(Extension.basicConstraints, new BasicConstraints(true)));
        assertEquals(Optional.empty(), flaw(forged, NOW), "issued by another, which may be");
    }

    private static TestAuthority.Part part(org.bouncycastle.asn1.ASN1ObjectIdentifier extension, ASN1Encodable value) {
        return new TestAuthority.Part(extension, true, value);
    }

    private Optional<Flaw> flaw(Octets der, Instant at) {
        return smime.authority(card(der), at).flaw();
    }
}
