package org.waxwing.crypto.smime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.SmimeCast;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.path.Anchor;
import org.waxwing.crypto.smime.path.CertificatePaths;
import org.waxwing.crypto.smime.path.PathCertificate;
import org.waxwing.crypto.smime.path.PathQuestion;
import org.waxwing.crypto.smime.path.PathVerdict;
import org.waxwing.crypto.smime.path.RevocationEvidence;

/// Any bytes can be read as an X.509 certificate, looked into and judged; none counts that the one authority
/// did not issue.
public final class X509Fuzz {
    private static final SmimeCast CAST = new SmimeCast();
    private static final Octets GOOD =
            CAST.person("Anna", "anna@waxwing.example").key().certificate().encoded();
    private static final CertificatePaths PATHS = new CertificatePaths(PathCertificate.read(CAST.authority()).stream()
            .map(Anchor::ofPerson)
            .toList());

    private X509Fuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Octets der = Octets.of(input);
        for (SmimeCertificate card : SmimeCards.readAll(der)) {
            Object _ = card.issuer();
            Object _ = card.usability(SmimeCast.NOW);
            Object _ = SmimeCards.isAuthority(card);
        }
        for (Purpose purpose : Purpose.values()) {
            PathVerdict verdict = PATHS.judge(question(der, List.of(GOOD, CAST.authority()), purpose));
            if (verdict instanceof PathVerdict.Trusted && !issued(der)) {
                throw new AssertionError("counts, and nobody issued it");
            }
            Object _ = PATHS.judge(question(GOOD, List.of(der), purpose));
        }
    }

    private static boolean issued(Octets der) {
        return der.equals(GOOD) || der.equals(CAST.authority());
    }

    private static PathQuestion question(Octets certificate, List<Octets> others, Purpose purpose) {
        return new PathQuestion(
                certificate,
                others,
                Set.of(),
                purpose,
                SmimeCast.NOW,
                Optional.<AddrSpec>empty(),
                RevocationEvidence.NONE,
                Map.of());
    }

    /// What fuzzing starts from: somebody's certificate, an authority's, and the ones that count here.
    public static List<byte[]> seeds() {
        SmimeCast other = new SmimeCast();
        List<byte[]> all = new ArrayList<>();
        all.add(GOOD.toByteArray());
        all.add(CAST.authority().toByteArray());
        all.add(other.authority().toByteArray());
        all.add(other.person("Ben", "ben@waxwing.example")
                .key()
                .certificate()
                .encoded()
                .toByteArray());
        return all;
    }
}
