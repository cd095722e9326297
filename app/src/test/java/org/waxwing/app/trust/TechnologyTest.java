package org.waxwing.app.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

class TechnologyTest {
    private static final Opening RULED_OUT = new Opening.Unopenable(Opening.Reason.RULED_OUT);
    private static final Octets BY_OPENPGP = Octets.ofUtf8("""
            From: Carla <carla@example.org>
            Content-Type: multipart/encrypted; boundary=b; protocol="application/pgp-encrypted"

            --b
            Content-Type: application/pgp-encrypted

            Version: 1
            --b
            Content-Type: application/octet-stream

            -----BEGIN PGP MESSAGE-----

            wV4DkK3p5mNT3K4SAQdA0c3v0xq5hJ0b1c8cRz0m2mE6pXxv3uVwz2rJ
            -----END PGP MESSAGE-----
            --b--
            """.replace("\n", "\r\n"));
    private static final Octets BY_SMIME = Octets.ofUtf8("""
            From: Carla <carla@example.org>
            Content-Type: application/pkcs7-mime; smime-type=enveloped-data
            Content-Transfer-Encoding: base64

            MIAGCSqGSIb3DQEHA6CAMIACAQAxAA==
            """.replace("\n", "\r\n"));

    @Test
    void eachTakesItsOwnLayersAlone() {
        assertNotEquals(RULED_OUT, opened(Technology.OPENPGP, BY_OPENPGP));
        assertEquals(RULED_OUT, opened(Technology.SMIME, BY_OPENPGP));
        assertEquals(RULED_OUT, opened(Technology.OPENPGP, BY_SMIME));
        assertNotEquals(RULED_OUT, opened(Technology.SMIME, BY_SMIME));
    }

    private static Opening opened(Technology technology, Octets message) {
        OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
        return technology
                .alone(Opener.with(openPgp, Smime.with(new SecureRandom())))
                .open(
                        message,
                        SecretKeySource.of(List.of()),
                        CertificateSource.none(),
                        _ -> Optional.empty(),
                        Instant.parse("2026-11-24T10:00:00Z"));
    }
}
