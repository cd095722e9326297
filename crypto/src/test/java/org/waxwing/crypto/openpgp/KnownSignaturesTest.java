package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.BEN;
import static org.waxwing.crypto.openpgp.People.NOW;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Verdicts that are kept speak for exactly the octets for which they were given.
class KnownSignaturesTest {
    private final OpenPgpEngine later = new OpenPgpEngine(new SecureRandom(), AlgorithmPolicy.current());
    private final Octets verdicts = verdictsOf(ANNA.certificate());

    private static Octets verdictsOf(OpenPgpCertificate certificate) {
        OpenPgpEngine engine = new OpenPgpEngine(new SecureRandom(), AlgorithmPolicy.current());
        return engine.verdicts(((Item.CertificateFound)
                        engine.read(certificate.encoded()).items().getFirst())
                .certificate());
    }

    @Test
    void aCertificateReadWithItsVerdictsIsTheSame() {
        assertEquals(64, verdicts.length());
        Item.CertificateFound read = assertInstanceOf(
                Item.CertificateFound.class,
                later.read(ANNA.certificate().encoded(), verdicts).items().getFirst());
        assertEquals(ANNA.certificate(), read.certificate());
        assertTrue(read.certificate().usability(NOW).canEncrypt());
        assertEquals(verdicts, later.verdicts(read.certificate()));
    }

    @Test
    void aVerdictForChangedOctetsIsNone() {
        List<RawPacket> packets = new ArrayList<>(Notary.packets(ANNA.certificate()));
        for (int i = 0; i < packets.size(); i++) {
            if (packets.get(i).tag() == RawPacket.SIGNATURE) {
                byte[] body = packets.get(i).body().toByteArray();
                body[body.length - 1] ^= 1;
                packets.set(i, new RawPacket(RawPacket.SIGNATURE, Octets.of(body)));
            }
        }
        assertInstanceOf(
                Item.Skipped.class,
                later.read(RawPacket.encode(packets), verdicts).items().getFirst());
    }

    @Test
    void aVerdictForOneKeyIsNoneForAnother() {
        List<RawPacket> packets = new ArrayList<>(Notary.packets(ANNA.certificate()));
        packets.set(0, Notary.packets(BEN.certificate()).getFirst());
        assertInstanceOf(
                Item.Skipped.class,
                later.read(RawPacket.encode(packets), verdicts).items().getFirst());
    }
}
