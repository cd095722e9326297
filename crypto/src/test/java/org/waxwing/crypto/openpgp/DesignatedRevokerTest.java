package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.BEN;
import static org.waxwing.crypto.openpgp.People.CARLA;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;

/// Anna named Ben as the one who may revoke her key (RFC 9580 §5.2.3.23).
class DesignatedRevokerTest {
    /// The subpacket is deprecated, and read all the same.
    @SuppressWarnings("deprecation")
    private static OpenPgpCertificate annaRevokedBy(OpenPgpSecretKey revoker) {
        Notary anna = Notary.of(ANNA);
        SignedPart key = SignedPart.primary(anna.key());
        RawPacket naming = anna.sign(
                PGPSignature.DIRECT_KEY,
                key,
                NOW.minus(Duration.ofHours(2)),
                hashed -> hashed.setRevocationKey(
                        false, 22, HexFormat.of().parseHex(BEN.fingerprint().hex())));
        RawPacket revocation =
                Notary.of(revoker).sign(PGPSignature.KEY_REVOCATION, key, NOW.minus(Duration.ofHours(1)));
        List<RawPacket> packets = new ArrayList<>(Notary.packets(ANNA.certificate()));
        packets.addAll(1, List.of(naming, revocation));
        return ((Item.CertificateFound)
                        ENGINE.read(RawPacket.encode(packets)).items().getFirst())
                .certificate();
    }

    private static CertificateSource everyone() {
        return CertificateSource.of(List.of(BEN.certificate(), CARLA.certificate()));
    }

    @Test
    void countsWhereTheRevokersCertificateIsAtHand() {
        OpenPgpCertificate anna = annaRevokedBy(BEN);
        assertFalse(ENGINE.withRevokers(anna, everyone()).usability(NOW).canSign());
    }

    @Test
    void isNamedWhereItIsNot() {
        OpenPgpCertificate anna = annaRevokedBy(BEN);
        assertEquals(Set.of(BEN.fingerprint()), anna.designatedRevokers());
        assertTrue(anna.usability(NOW).canSign());
        assertTrue(ENGINE.withRevokers(anna, CertificateSource.none())
                .usability(NOW)
                .canSign());
    }

    @Test
    void nobodyElseRevokes() {
        OpenPgpCertificate anna = annaRevokedBy(CARLA);
        assertTrue(ENGINE.withRevokers(anna, everyone()).usability(NOW).canSign());
    }
}
