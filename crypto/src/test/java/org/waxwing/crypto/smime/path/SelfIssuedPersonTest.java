package org.waxwing.crypto.smime.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.AuthorityProfile.Flaw;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.cert.X509Verdict;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.path.TestAuthority.Part;

/// A person whose certificate issued itself and calls itself an authority, as `openssl req -x509` makes it.
class SelfIssuedPersonTest {
    private static final AddrSpec BEN = AddrSpec.of("ben@example.org");
    private static final Part FOR_MAIL =
            new Part(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection));

    private final Smime smime = Smime.with(new SecureRandom());
    private final TestAuthority ben = new TestAuthority("Ben");

    private SmimeCertificate card(Octets der) {
        return smime.certificate(der).orElseThrow();
    }

    private boolean isAuthority(Part... parts) {
        return smime.isAuthority(card(ben.root(parts)));
    }

    private static Part usage(int bits) {
        return new Part(Extension.keyUsage, true, new KeyUsage(bits));
    }

    @Test
    void isNoAuthorityUnlessItSaysThatItsKeySignsCertificates() {
        Part mailbox = TestAuthority.mailbox(BEN.text());
        assertFalse(isAuthority(mailbox));
        assertFalse(isAuthority(mailbox, FOR_MAIL));
        assertFalse(isAuthority(TestAuthority.utf8Mailbox("bén@example.org")));
        assertFalse(isAuthority(TestAuthority.mailbox("no address at all")));
        assertFalse(isAuthority(mailbox, usage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)));
        assertTrue(isAuthority(mailbox, usage(KeyUsage.keyCertSign)));
        assertTrue(isAuthority(mailbox, usage(KeyUsage.keyCertSign | KeyUsage.digitalSignature)));
        assertTrue(isAuthority(), "who names no address is nobody's certificate");
        assertTrue(isAuthority(FOR_MAIL));
        TestAuthority other = new TestAuthority("Example Mail CA");
        assertTrue(smime.isAuthority(card(ben.authority(other, mailbox))), "somebody else issued it");
    }

    @Test
    void inTheSubjectAnAddressCountsTogetherWithTheUseForMail() {
        TestAuthority named = new TestAuthority("Ben,E=ben@example.org");
        assertTrue(smime.isAuthority(card(named.root())), "where to ask about an authority");
        assertFalse(smime.isAuthority(card(named.root(FOR_MAIL))));
    }

    @Test
    void isBelievedAboutNobodyWhateverThePersonDecided() {
        Octets own = ben.root(TestAuthority.mailbox(BEN.text()));
        assertEquals(
                Optional.of(new Flaw.NoAuthority()),
                smime.authority(card(own), TestAuthority.NOW).flaw());
        TestAuthority carla = new TestAuthority("Carla");
        Octets forged = ben.person(carla, TestAuthority.mailbox("carla@example.org"));
        for (X509Trust trust : List.of(
                new X509Trust(List.of(own), List.of(), Set.of(), Set.of()),
                new X509Trust(List.of(own), List.of(own), Set.of(card(own).fingerprint()), Set.of()))) {
            for (Purpose purpose : Purpose.values()) {
                assertEquals(
                        new X509Verdict.Refused(List.of(new Objection.NoTrustedAuthority("Ben"))),
                        smime.judge(card(forged), List.of(own), purpose, trust, TestAuthority.NOW));
            }
        }
    }

    @Test
    void acceptedAsItIsItCountsForItsOwnAddresses() {
        Octets own = ben.root(TestAuthority.mailbox(BEN.text()));
        X509Trust pinned = new X509Trust(List.of(), List.of(), Set.of(card(own).fingerprint()), Set.of());
        for (Purpose purpose : Purpose.values()) {
            assertInstanceOf(
                    X509Verdict.AcceptedAsItIs.class,
                    smime.judge(card(own), List.of(), purpose, pinned, TestAuthority.NOW));
        }
        assertTrue(card(own).binds(BEN, TestAuthority.NOW));
        assertFalse(card(own).binds(AddrSpec.of("carla@example.org"), TestAuthority.NOW));
        assertTrue(card(own).usability(TestAuthority.NOW).canEncrypt());
        Octets twice = ben.root(
                TestAuthority.mailbox(BEN.text()), usage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
        assertInstanceOf(
                X509Verdict.Refused.class,
                smime.judge(card(twice), List.of(own), Purpose.SIGN, pinned, TestAuthority.NOW),
                "exactly one was accepted, not what else the key signs");
    }

    @Test
    void whatCallsItselfAPersonsNeedsNoRuleOfItsOwn() {
        Octets plain = ben.person(
                ben,
                TestAuthority.mailbox(BEN.text()),
                new Part(Extension.basicConstraints, true, new BasicConstraints(false)));
        assertFalse(smime.isAuthority(card(plain)));
    }
}
