package org.waxwing.crypto.gnupg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.SmartCard;
import org.waxwing.crypto.gnupg.PacketWalk.Packet;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Files of a home that are damaged, or made to cost time or memory: named, bounded, nothing thrown.
class HostileHomeTest {
    private static final PublicPart.Rsa HALF = new PublicPart.Rsa(BigInteger.valueOf(61 * 53), BigInteger.valueOf(17));
    private static final String OPEN_KEY = "(private-key (rsa (n #0CA1#)(e #11#)(d #0AC1#)(p #35#)(q #3D#)(u #26#)))";

    @Test
    void readsAnOpenKeyInEitherForm() {
        assertInstanceOf(AgentKey.Unlocked.class, read(OPEN_KEY));
        assertInstanceOf(
                AgentKey.Unlocked.class,
                read("Created: 20261123T165002\nKey: " + OPEN_KEY.replace("key (rsa", "k\n ey\n  (rsa") + "\n"));
        Octets canonical = Octets.of(
                SExpressionParser.parse(Octets.ofUtf8(OPEN_KEY)).orElseThrow().canonical());
        assertInstanceOf(AgentKey.Unlocked.class, read(canonical.latin1()));
    }

    @Test
    void refusesASecretThatDoesNotFitItsCertificate() {
        assertEquals(new AgentKey.Missing(SkipReason.MALFORMED), read(OPEN_KEY.replace("0AC1", "0AC3")));
        assertEquals(new AgentKey.Missing(SkipReason.MALFORMED), read(OPEN_KEY.replace("(q #3D#)", "")));
    }

    @Test
    void namesACardAndOtherChips() {
        String shadow = "(shadowed-private-key (rsa (n #0CA1#)(e #11#)(shadowed %s (#D276#OPENPGP.1))))";
        assertEquals(
                new AgentKey.OnCard(new SmartCard(Octets.of(new byte[] {(byte) 0xD2, 0x76}))),
                read(shadow.formatted("t1-v1")));
        assertEquals(new AgentKey.Missing(SkipReason.UNSUPPORTED), read(shadow.formatted("tpm2-v1")));
    }

    @Test
    void namesAProtectionItDoesNotKnow() {
        assertEquals(
                new AgentKey.Missing(SkipReason.UNSUPPORTED),
                read("(protected-private-key (rsa (n #0CA1#)(e #11#)(protected openpgp-s2k9-new ()#00#)))"));
    }

    @Test
    @Attack(49)
    void refusesToStretchAPassphraseForHours() {
        String absurd = "(protected-private-key (rsa (n #0CA1#)(e #11#)(protected openpgp-s2k3-ocb-aes"
                + " ((sha1 #0102030405060708# \"99999999999\")#000000000000000000000000#)"
                + "#0000000000000000000000000000000000000000#)))";
        try (Passphrase passphrase = Passphrase.taking("x".toCharArray())) {
            assertEquals(
                    new AgentKey.Missing(SkipReason.TOO_LARGE),
                    AgentKey.read(Octets.ofUtf8(absurd), HALF, new PassphraseTrial(List.of(passphrase))));
        }
    }

    @Test
    void boundsExpressionsThatAreDeepLongOrCountedFalsely() {
        assertTimeout(Duration.ofSeconds(5), () -> {
            assertFalse(parses("(".repeat(200_000)));
            assertFalse(parses("(a".repeat(17) + ")".repeat(17)));
            assertTrue(parses("(a".repeat(16) + ")".repeat(16)));
            assertFalse(parses("(" + "a ".repeat(2_000) + ")"));
            assertFalse(parses("(" + "a".repeat(1 << 18) + ")"));
            assertFalse(parses("(9999999:abc)"));
            assertFalse(parses("(99999999999999999999:abc)"));
            assertFalse(parses("(4:abc)"));
            assertFalse(parses("(#123#)"));
            assertFalse(parses("(#12"));
            assertFalse(parses("(\"abc"));
            assertFalse(parses("(\"a\\q\")"));
            assertFalse(parses(""));
            assertFalse(parses("abc"));
        });
    }

    @Test
    void aKeyFileCutAnywhereOrChangedAnywhereThrowsNothing() {
        SplittableRandom random = new SplittableRandom(2);
        byte[] whole = Octets.ofUtf8("Key: " + OPEN_KEY).toByteArray();
        for (int i = 0; i < whole.length; i++) {
            Octets cut = Octets.of(whole).slice(0, i);
            assertInstanceOf(AgentKey.Missing.class, AgentKey.read(cut, HALF, new PassphraseTrial(List.of())));
            byte[] changed = whole.clone();
            changed[i] = (byte) random.nextInt(256);
            var _ = AgentKey.read(Octets.of(changed), HALF, new PassphraseTrial(List.of()));
        }
    }

    @Test
    void aKeyboxCutAnywhereKeepsWhatLiesBeforeTheCut() {
        byte[] box = keybox();
        for (int i = 0; i < box.length; i++) {
            Keybox read = Keybox.read(Octets.of(box).slice(0, i));
            assertTrue(read.items().size() <= 3);
        }
        Keybox cut = Keybox.read(Octets.of(box).slice(0, box.length - 1));
        assertTrue(cut.forOpenPgp());
        assertEquals(
                new Keybox.Item.Keyblock(Octets.ofUtf8("packets")), cut.items().getFirst());
        assertEquals(new Keybox.Item.Damaged(32 + 40 + 20, true), cut.items().getLast());
    }

    @Test
    void absurdLengthsInAKeyboxAreNamed() {
        Octets length = Octets.of(ByteBuffer.allocate(64).putInt(0xFFFF_FFFF).array());
        assertEquals(
                List.of(new Keybox.Item.Damaged(0, true)), Keybox.read(length).items());
        byte[] box = keybox();
        ByteBuffer.wrap(box).putInt(32 + 12, 0x7FFF_FFFF);
        Keybox read = Keybox.read(Octets.of(box));
        assertEquals(new Keybox.Item.Damaged(32, false), read.items().getFirst());
        assertEquals(3, read.items().size());
    }

    @Test
    void garbageIsNoTrustDatabase() {
        for (int length = 0; length < 100; length++) {
            TrustDatabase read = TrustDatabase.read(Octets.of(new byte[length]));
            assertEquals(new TrustDatabase(Map.of(), false), read);
        }
    }

    @Test
    void readsOwnertrustAndSkipsOtherRecords() {
        ByteBuffer file = ByteBuffer.allocate(160);
        file.put(new byte[] {1, 'g', 'p', 'g', 3});
        file.put(40, (byte) 12).put(42, (byte) 0xAB).put(62, (byte) 6);
        file.put(80, (byte) 13).put(82, (byte) 0xCD).put(102, (byte) 6);
        file.put(120, (byte) 12).put(122, (byte) 0xEF).put(142, (byte) (0x80 | 5));
        TrustDatabase read = TrustDatabase.read(Octets.of(file.array()));
        assertEquals(OwnerTrust.ULTIMATE, read.of(new Fingerprint.OpenPgpV4("AB" + "0".repeat(38))));
        assertEquals(OwnerTrust.UNDEFINED, read.of(new Fingerprint.OpenPgpV4("CD" + "0".repeat(38))));
        assertEquals(OwnerTrust.DISABLED, read.of(new Fingerprint.OpenPgpV4("EF" + "0".repeat(38))));
        assertTrue(read.whole());
    }

    @Test
    void stripsTheColonThatKeepsARevocationFromBeingImported() {
        String file = """
            This is a revocation certificate

            :-----BEGIN PGP PUBLIC KEY BLOCK-----

            abcd
            -----END PGP PUBLIC KEY BLOCK-----
            """;
        String armor = RevocationFile.armor(Octets.ofUtf8(file)).orElseThrow().utf8();
        assertTrue(armor.startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----"));
        assertEquals(Optional.empty(), RevocationFile.armor(Octets.ofUtf8("nothing")));
    }

    @Test
    void packetsWithFalseLengthsEndTheWalk() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            for (Packet packet : PacketWalk.packets(Octets.of(noise))) {
                assertTrue(packet.whole().length() <= noise.length);
                var _ = PublicPart.parse(packet.body()).map(Keygrip::of);
            }
        }
    }

    private static AgentKey read(String file) {
        return AgentKey.read(
                Octets.of(file.getBytes(StandardCharsets.ISO_8859_1)), HALF, new PassphraseTrial(List.of()));
    }

    private static boolean parses(String text) {
        return SExpressionParser.parse(Octets.ofUtf8(text)).isPresent();
    }

    /// A header, a certificate of seven bytes, an X.509 certificate, and another certificate.
    private static byte[] keybox() {
        ByteBuffer box = ByteBuffer.allocate(32 + 40 + 20 + 40);
        box.putInt(0, 32).put(4, (byte) 1).put(7, (byte) 2);
        for (int offset : List.of(32, 32 + 40 + 20)) {
            box.putInt(offset, 40).put(offset + 4, (byte) 2);
            box.putInt(offset + 8, 24).putInt(offset + 12, 7);
            box.put(offset + 24, Octets.ofUtf8("packets").toByteArray());
        }
        box.putInt(72, 20).put(76, (byte) 3);
        return box.array();
    }
}
