package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.BEN;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;
import static org.waxwing.crypto.openpgp.People.everyone;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.mime.Octets;

/// Whatever is done to a sealed message on the way, not one byte of it is shown.
class TamperingTest {
    private static final Octets TEXT = Octets.ofUtf8("The password of the bank is secret. ".repeat(40));

    private static Octets sealed(boolean version2) {
        MessageWriter writer = new MessageWriter(new SecureRandom());
        List<PGPPublicKey> keys = Intent.of(
                        List.of(BEN.certificate()),
                        new CertificateReader(org.waxwing.crypto.policy.AlgorithmPolicy.current()),
                        NOW)
                .keys();
        return writer.encrypt(
                new SignedText(TEXT, 'b', List.of()).octets(), new MessageWriter.Audience(keys, List.of(), version2));
    }

    private static Decryption open(byte[] message) {
        return ENGINE.decrypt(
                Octets.of(message),
                SecretKeySource.of(List.of(BEN)),
                CertificateSource.of(List.of(ANNA.certificate())),
                everyone(),
                NOW);
    }

    @Test
    void anUntouchedMessageOpens() {
        for (boolean version2 : List.of(true, false)) {
            assertInstanceOf(Decryption.Decrypted.class, open(sealed(version2).toByteArray()));
        }
    }

    @Test
    void aFlippedBitReleasesNothing() {
        for (boolean version2 : List.of(true, false)) {
            byte[] message = sealed(version2).toByteArray();
            int first =
                    PacketFramer.frame(Octets.of(message)).packets().getFirst().encoded().length;
            for (int at = first + 4; at < message.length; at += 37) {
                byte[] changed = message.clone();
                changed[at] ^= 0x10;
                assertFalse(open(changed) instanceof Decryption.Decrypted, "bit flipped at " + at);
            }
        }
    }

    @Test
    @Attack(4)
    void aCutOrLengthenedMessageReleasesNothing() {
        for (boolean version2 : List.of(true, false)) {
            byte[] message = sealed(version2).toByteArray();
            for (int length = message.length - 1; length > 0; length -= 61) {
                assertFalse(open(Arrays.copyOf(message, length)) instanceof Decryption.Decrypted, "cut at " + length);
            }
            assertFalse(open(Arrays.copyOf(message, message.length + 1)) instanceof Decryption.Decrypted);
        }
    }

    @Test
    void bytesCutFromOrAddedToThePacketInsideItsFrameReleaseNothing() {
        for (boolean version2 : List.of(true, false)) {
            List<RawPacket> packets =
                    new ArrayList<>(PacketFramer.frame(sealed(version2)).packets());
            Octets body = packets.getLast().body();
            for (int change : List.of(-1, -16, -22, -32, -100, 1, 16, 22)) {
                byte[] changed = Arrays.copyOf(body.toByteArray(), body.length() + change);
                packets.set(packets.size() - 1, new RawPacket(18, Octets.of(changed)));
                assertInstanceOf(
                        Decryption.IntegrityFailed.class,
                        open(RawPacket.encode(packets).toByteArray()),
                        "length changed by " + change);
            }
        }
    }

    @Test
    @Attack(3)
    void encryptionWithoutIntegrityIsRefused() {
        List<RawPacket> packets =
                new ArrayList<>(PacketFramer.frame(sealed(false)).packets());
        Octets body = packets.getLast().body();
        packets.set(packets.size() - 1, new RawPacket(9, body.slice(1, body.length())));
        assertInstanceOf(
                Decryption.IntegrityFailed.class, open(RawPacket.encode(packets).toByteArray()));
    }

    @Test
    void aKeyPacketOfAnUnknownKindCostsNothing() {
        List<RawPacket> packets =
                new ArrayList<>(PacketFramer.frame(sealed(false)).packets());
        byte[] strange = new byte[40];
        strange[0] = 3;
        strange[9] = 35;
        packets.addFirst(new RawPacket(RawPacket.PKESK, Octets.of(strange)));
        packets.addFirst(new RawPacket(RawPacket.PKESK, Octets.of(new byte[] {99, 1, 2, 3})));
        assertInstanceOf(
                Decryption.Decrypted.class, open(RawPacket.encode(packets).toByteArray()));
    }

    @Test
    @Attack(3)
    void aPacketBehindTheMessageIsRefused() {
        List<RawPacket> packets =
                new ArrayList<>(PacketFramer.frame(sealed(false)).packets());
        packets.add(new RawPacket(RawPacket.LITERAL, Octets.ofUtf8("b\0\0\0\0\0added")));
        assertInstanceOf(
                Decryption.Malformed.class, open(RawPacket.encode(packets).toByteArray()));
    }
}
