package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.mime.Octets;

/// Strangers can add signatures to a certificate on its way that say they are its owner's. None of them
/// holds, and none of them may push out those that do.
class PoisonedCertificateTest {
    private static final int FORGED = 300;

    private final PGPPublicKey primary =
            Bcpg.publicKey(packets(ANNA.certificate()).getFirst()).orElseThrow();

    private static List<RawPacket> packets(OpenPgpCertificate certificate) {
        return PacketFramer.frame(certificate.encoded()).packets();
    }

    /// The certificate with many newer copies before each signature, each with another date and so with
    /// mathematics that doesn't hold.
    private Octets poisoned(OpenPgpCertificate certificate, int copies, boolean fittingPrefix) {
        List<RawPacket> out = new ArrayList<>();
        RawPacket head = packets(certificate).getFirst();
        for (RawPacket packet : packets(certificate)) {
            if (packet.tag() == RawPacket.SIGNATURE) {
                for (int i = 1; i <= copies; i++) {
                    RawPacket newer = Flood.laterBy(packet, i);
                    out.add(fittingPrefix ? Flood.claiming(newer, partOf(head)) : newer);
                }
            } else {
                head = packet;
            }
            out.add(packet);
        }
        return RawPacket.encode(out);
    }

    private SignedPart partOf(RawPacket head) {
        return switch (head.tag()) {
            case RawPacket.PUBLIC_KEY -> SignedPart.primary(primary);
            case RawPacket.USER_ID -> SignedPart.identity(primary, head);
            case RawPacket.PUBLIC_SUBKEY ->
                SignedPart.subkey(primary, Bcpg.publicKey(head).orElseThrow());
            default -> throw new AssertionError("packet " + head.tag());
        };
    }

    private static OpenPgpCertificate read(Octets file) {
        return assertInstanceOf(
                        Item.CertificateFound.class, ENGINE.read(file).items().getFirst())
                .certificate();
    }

    @Test
    void theDigestPrefixOfGenuineSignaturesFits() {
        RawPacket head = packets(ANNA.certificate()).getFirst();
        for (RawPacket packet : packets(ANNA.certificate())) {
            if (packet.tag() == RawPacket.SIGNATURE) {
                SignaturePeek peek = SignaturePeek.of(packet).orElseThrow();
                assertTrue(SignedPart.fits(partOf(head).digest(packet, peek).orElseThrow(), peek));
            } else {
                head = packet;
            }
        }
    }

    @Test
    void forgedSignaturesChangeNothing() {
        for (boolean fittingPrefix : List.of(false, true)) {
            Octets poisoned = poisoned(ANNA.certificate(), FORGED, fittingPrefix);
            assertEquals(ANNA.certificate().encoded(), read(poisoned).encoded());
            assertTrue(read(poisoned).usability(NOW).canEncrypt());
            assertTrue(read(poisoned).usability(NOW).canSign());
        }
    }

    @Test
    void aFloodThatOnlyADigestHasToSeeIsCheap() {
        Octets poisoned = poisoned(ANNA.certificate(), 8_000, false);
        assertEquals(ANNA.certificate().encoded(), read(poisoned).encoded());
    }

    @Test
    @Attack(47)
    void forgedStatementsDoNotHideTheRevocation() {
        OpenPgpCertificate revoked =
                ENGINE.revoke(ANNA.certificate(), People.ANNA_NEW.revocation()).orElseThrow();
        List<RawPacket> packets = new ArrayList<>(packets(revoked));
        RawPacket statement = packets.stream()
                .filter(packet -> packet.tag() == RawPacket.SIGNATURE)
                .findFirst()
                .orElseThrow();
        byte[] direct = statement.body().toByteArray();
        direct[1] = 0x1F;
        RawPacket forged = new RawPacket(RawPacket.SIGNATURE, Octets.of(direct));
        for (int i = 1; i <= 5_000; i++) {
            packets.add(1, Flood.claiming(Flood.laterBy(forged, i), partOf(packets.getFirst())));
        }
        OpenPgpCertificate read = read(RawPacket.encode(packets));
        assertFalse(read.usability(NOW).canEncrypt());
        assertEquals(revoked.encoded(), read.encoded());
    }

    /// Nobody can tell what is hidden in it, so it isn't read in part.
    @Test
    @Attack(47)
    void aFloodBeyondTheBudgetIsRefusedAsAWhole() {
        List<RawPacket> packets = new ArrayList<>(packets(ANNA.certificate()));
        byte[] direct = packets.get(2).body().toByteArray();
        direct[1] = 0x1F;
        RawPacket forged = new RawPacket(RawPacket.SIGNATURE, Octets.of(direct));
        for (int i = 1; i <= SelfSignatures.BUDGET + 1; i++) {
            packets.add(Flood.claiming(Flood.laterBy(forged, i), partOf(packets.getFirst())));
        }
        packets.addAll(1, packets.subList(packets(ANNA.certificate()).size(), packets.size()));
        Item item = ENGINE.read(RawPacket.encode(packets)).items().getFirst();
        assertEquals(new Item.Skipped(ANNA.fingerprint().hex(), SkipReason.TOO_LARGE), item);
    }

    @Test
    void aPoisonedUpdateTakesNothingFromWhatIsKnown() {
        OpenPgpCertificate update = read(poisoned(ANNA.certificate(), FORGED, true));
        assertEquals(
                ANNA.certificate().encoded(),
                ENGINE.merge(ANNA.certificate(), update).encoded());
    }
}
