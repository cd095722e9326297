package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SealingProblem;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.mime.Octets;

/// A recipient whose encryption key is a point that everyone can compute with (RFC 7748 §6.1), properly
/// bound by its owner.
class HollowRecipientTest {
    private static final int POINT = 32;

    /// Version, time, algorithm, the curve's object identifier of 10 octets with its length, the length
    /// of the point and its first octet (RFC 9580 §11.2, §9.2.1).
    private static final int POINT_AT = 1 + 4 + 1 + 11 + 2 + 1;

    private final OpenPgpCertificate hollow = hollowed(People.BEN);

    private static OpenPgpCertificate hollowed(OpenPgpSecretKey person) {
        Notary owner = Notary.of(person);
        List<RawPacket> packets = new ArrayList<>();
        for (RawPacket packet : Notary.packets(person.certificate())) {
            if (packet.tag() != RawPacket.PUBLIC_SUBKEY) {
                packets.add(packet);
                continue;
            }
            byte[] body = packet.body().toByteArray();
            Arrays.fill(body, POINT_AT, POINT_AT + POINT, (byte) 0);
            RawPacket subkey = new RawPacket(RawPacket.PUBLIC_SUBKEY, Octets.of(body));
            PGPPublicKey key = Bcpg.publicKey(subkey).orElseThrow();
            packets.add(subkey);
            packets.add(owner.sign(
                    PGPSignature.SUBKEY_BINDING,
                    SignedPart.subkey(owner.key(), key),
                    key.getCreationTime().toInstant(),
                    more -> more.setKeyFlags(true, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE)));
            break;
        }
        KeyMaterial read = People.ENGINE.read(RawPacket.encode(packets));
        return ((KeyMaterial.Item.CertificateFound) read.items().getFirst()).certificate();
    }

    @Test
    void isNamedAndNothingIsMade() {
        Production made = People.ENGINE.signAndEncrypt(
                Octets.ofUtf8("the quinces are ripe"),
                People.ANNA,
                List.of(People.ANNA.certificate(), hollow),
                People.everyone(),
                People.NOW);
        Production.Refused refused = assertInstanceOf(Production.Refused.class, made);
        assertEquals(
                List.of(new SealingProblem.RecipientUnusable(
                        hollow.fingerprint(), List.of(new Objection.NoSuitableKey(Objection.Purpose.ENCRYPT)))),
                refused.problems());
    }
}
