package org.waxwing.crypto.smime.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.path.TestAuthority.Part;

/// A person's certificate that was accepted while nobody confirmed it, once its authority is believed: the
/// verdict doesn't depend on which came first.
class AcceptedUnderAnAuthorityTest {
    private static final Part SERVERS_ONLY =
            new Part(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    private static final Part OTHER_HOSTS_ONLY = new Part(
            Extension.nameConstraints,
            true,
            new NameConstraints(
                    new GeneralSubtree[] {new GeneralSubtree(new GeneralName(GeneralName.rfc822Name, "example.org"))},
                    null));

    private final TestAuthority root = new TestAuthority("Root");
    private final TestAuthority issuing = new TestAuthority("Issuing");
    private final TestAuthority old = new TestAuthority("Old", "SHA1withECDSA");
    private final TestAuthority ben = new TestAuthority("Ben");

    private record Chain(Octets end, List<Octets> others, Octets anchor) {}

    private Map<String, Chain> failing() {
        Part mailbox = TestAuthority.mailbox("ben@example.com");
        return Map.of(
                "signed with SHA-1",
                new Chain(old.person(ben, mailbox), List.of(), old.root()),
                "an authority signed with SHA-1",
                new Chain(issuing.person(ben, mailbox), List.of(old.authority(issuing)), old.root()),
                "an authority for another host",
                new Chain(root.person(ben, mailbox), List.of(), root.root(OTHER_HOSTS_ONLY)),
                "an authority for servers",
                new Chain(issuing.person(ben, mailbox), List.of(root.authority(issuing, SERVERS_ONLY)), root.root()),
                "a person in the place of an authority",
                new Chain(issuing.person(ben, mailbox), List.of(root.person(issuing)), root.root()));
    }

    @Test
    void aChainThatBreaksARuleCountsMoreThanTheAcceptance() {
        failing().forEach((what, chain) -> {
            PathVerdict without = under(chain.anchor()).judge(asks(chain));
            assertInstanceOf(PathVerdict.Untrusted.class, without, what);
            assertEquals(without, under(chain.anchor()).judge(accepted(chain)), what);
        });
    }

    @Test
    void theAcceptanceSpeaksWhereNoBelievedAuthorityStandsAbove() {
        failing()
                .forEach((what, chain) -> assertByPerson(new CertificatePaths(List.of()).judge(accepted(chain)), what));
    }

    @Test
    void aChainThatHoldsConfirmsWhatWasAcceptedBefore() {
        Chain chain = new Chain(issuing.person(ben), List.of(root.authority(issuing)), root.root());
        PathVerdict.Trusted trusted = assertInstanceOf(
                PathVerdict.Trusted.class, under(chain.anchor()).judge(accepted(chain)));
        assertInstanceOf(PathVerdict.Confirmation.ByAuthority.class, trusted.confirmation());
    }

    /// Mozilla stops believing some authorities about what they issue from a day on.
    @Test
    void anAuthorityThatIsNoLongerBelievedAboutNewCertificatesIsNone() {
        Chain chain = new Chain(root.person(ben), List.of(), root.root());
        CertificatePaths paths = new CertificatePaths(List.of(new Anchor(
                "Root",
                PathCertificate.read(chain.anchor()).orElseThrow(),
                Optional.of(TestAuthority.BEGIN.minus(Duration.ofDays(1))),
                Anchor.Origin.MOZILLA)));
        assertEquals(
                new PathVerdict.Untrusted(List.of(new Objection.NoTrustedAuthority("Root"))), paths.judge(asks(chain)));
        assertByPerson(paths.judge(accepted(chain)), "accepted");
    }

    private static void assertByPerson(PathVerdict verdict, String what) {
        PathVerdict.Trusted trusted = assertInstanceOf(PathVerdict.Trusted.class, verdict, what);
        assertInstanceOf(PathVerdict.Confirmation.ByPerson.class, trusted.confirmation(), what);
    }

    private static CertificatePaths under(Octets anchor) {
        return new CertificatePaths(
                List.of(Anchor.ofPerson(PathCertificate.read(anchor).orElseThrow())));
    }

    private static PathQuestion asks(Chain chain) {
        return new PathQuestion(chain.end(), chain.others(), Purpose.SIGN, TestAuthority.NOW);
    }

    private static PathQuestion accepted(Chain chain) {
        return asks(chain)
                .withPinned(
                        Set.of(PathCertificate.read(chain.end()).orElseThrow().fingerprint()));
    }
}
