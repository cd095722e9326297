package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Instant;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Any bytes can be read as a key file; what was found can be judged, written, read again and merged with
/// itself.
public final class CertificateFuzz {
    private static final OpenPgpEngine ENGINE = new OpenPgpEngine(new SecureRandom(), AlgorithmPolicy.current());
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final AddrSpec ADDRESS = AddrSpec.of("anna@example.org");

    private CertificateFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        for (Item item : ENGINE.read(Octets.of(input)).items()) {
            if (item instanceof Item.CertificateFound found) {
                use(found.certificate());
            } else if (item instanceof Item.SecretKeyFound found) {
                use(found.key().certificate());
            }
        }
    }

    private static void use(OpenPgpCertificate certificate) {
        var _ = certificate.usability(NOW);
        var _ = certificate.binds(ADDRESS, NOW);
        var _ = certificate.expires();
        var _ = certificate.keys();
        var _ = certificate.userIds();
        if (!(ENGINE.read(certificate.encoded()).items().getFirst() instanceof Item.CertificateFound again)
                || !again.certificate().fingerprint().equals(certificate.fingerprint())) {
            throw new AssertionError("a written certificate reads differently");
        }
        OpenPgpCertificate merged = ENGINE.merge(certificate, again.certificate());
        if (!merged.fingerprint().equals(certificate.fingerprint())) {
            throw new AssertionError("merging changed the certificate");
        }
    }
}
