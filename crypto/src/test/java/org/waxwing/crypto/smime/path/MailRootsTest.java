package org.waxwing.crypto.smime.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.openpgp.gate.Corpora;

class MailRootsTest {
    /// Version 2.92 of NSS's roots, which we carry, against version 2.86: Mozilla took these in since.
    private static final Set<String> ADDED = Set.of(
            "SECOM SMIME RSA Root CA 2024",
            "SecureSign Root CA16",
            "Telia EC Email Root CA v3",
            "Telia RSA Email Root CA v3");

    /// And no longer trusts these for mail.
    private static final Set<String> REMOVED = Set.of(
            "TrustAsia Global Root CA G3",
            "TrustAsia Global Root CA G4",
            "ePKI Root Certification Authority",
            "emSign ECC Root CA - C3",
            "emSign ECC Root CA - G3",
            "emSign Root CA - C1");

    @Test
    void carriesTheRootsThatMozillaTrustsForMail() {
        List<Anchor> roots = MailRoots.all();
        assertEquals(88, roots.size());
        assertEquals(88, new HashSet<>(roots.stream().map(Anchor::certificate).toList()).size());
        assertTrue(roots.stream().allMatch(root -> root.origin() == Anchor.Origin.MOZILLA));
        assertTrue(roots.stream().anyMatch(root -> root.label().equals("D-Trust SBR Root CA 1 2022")));
    }

    @Test
    void everyRootIsAnAuthorityThatHolds() {
        Instant at = Instant.parse("2026-11-01T00:00:00Z");
        for (Anchor root : MailRoots.all()) {
            assertEquals(List.of(), CertificateRules.authority(root.certificate()), root.label());
            assertTrue(AuthorityCandidate.isAuthority(root.certificate()), root.label());
            assertEquals(List.of(), CertificateRules.anywhere(root.certificate(), at), root.label());
        }
    }

    @Test
    void differsFromAnotherVersionOnlyAsListed() {
        Corpora.needed();
        NssCertdata other = NssCertdata.read(Corpora.file(Corpora.smime("nss-certdata/certdata.txt")));
        Set<String> ours = new TreeSet<>();
        Set<String> theirs = new TreeSet<>(other.trustedForMail().values());
        for (Anchor root : MailRoots.all()) {
            boolean shared =
                    other.trustedForMail().containsKey(root.certificate().encoded());
            ours.add(root.label());
            assertEquals(shared, !ADDED.contains(root.label()), root.label());
        }
        theirs.removeAll(ours);
        assertEquals(new TreeSet<>(REMOVED), theirs);
        System.out.printf(
                "e-mail roots: %d, against NSS 3.124's %d: %d more, %d fewer%n",
                ours.size(), other.trustedForMail().size(), ADDED.size(), REMOVED.size());
    }
}
