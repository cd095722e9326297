package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.BEN;
import static org.waxwing.crypto.openpgp.People.BIRTH;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;
import static org.waxwing.crypto.openpgp.People.everyone;
import static org.waxwing.crypto.openpgp.People.nobody;
import static org.waxwing.crypto.openpgp.People.passphrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.ComponentKey;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.KeyPlan;
import org.waxwing.crypto.cert.KeyProfile;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Post-quantum keys through the whole engine: made, locked, written to, signed with, tampered with.
class PostQuantumTest {
    private static final Octets TEXT = Octets.ofUtf8("Meet me at noon.\r\n");
    private static final OpenPgpSecretKey CARLA =
            born("Carla <carla@example.org>", KeyProfile.CURVE25519_AND_POST_QUANTUM);
    private static final OpenPgpSecretKey DAVE = born("Dave <dave@example.org>", KeyProfile.POST_QUANTUM_V6);

    private static OpenPgpSecretKey born(String owner, KeyProfile profile) {
        try (Passphrase lock = passphrase()) {
            return ENGINE.generate(
                            new KeyPlan(List.of(new UserId(owner)), profile, Optional.empty()),
                            lock,
                            LockStrength.RANDOM_SECRET,
                            BIRTH)
                    .key();
        }
    }

    private static Octets sealed(OpenPgpSecretKey from, OpenPgpSecretKey... to) {
        List<OpenPgpCertificate> recipients =
                List.of(to).stream().map(OpenPgpSecretKey::certificate).toList();
        return assertInstanceOf(Production.Made.class, ENGINE.signAndEncrypt(TEXT, from, recipients, everyone(), NOW))
                .octets();
    }

    private static Decryption opened(Octets message, OpenPgpSecretKey reader, OpenPgpSecretKey signer) {
        return ENGINE.decrypt(
                message,
                SecretKeySource.of(List.of(reader)),
                CertificateSource.of(List.of(signer.certificate())),
                everyone(),
                NOW);
    }

    private static void assertOpens(Octets message, OpenPgpSecretKey reader, OpenPgpSecretKey signer) {
        Decryption.Decrypted decrypted = assertInstanceOf(Decryption.Decrypted.class, opened(message, reader, signer));
        assertEquals(TEXT, decrypted.plaintext());
        assertInstanceOf(SignatureOutcome.Valid.class, decrypted.signatures().getFirst());
    }

    private static List<String> algorithms(OpenPgpSecretKey key) {
        return key.certificate().keys().stream().map(ComponentKey::algorithm).toList();
    }

    /// The key without the subkeys that don't fit, as an older program has it.
    private static OpenPgpSecretKey withOnly(OpenPgpSecretKey key, Predicate<RawPacket> fits) {
        List<RawPacket> packets = new ArrayList<>();
        boolean keep = true;
        for (RawPacket packet : PacketFramer.frame(key.encoded()).packets()) {
            keep = packet.tag() == RawPacket.SECRET_SUBKEY
                    ? fits.test(packet)
                    : keep || packet.tag() != RawPacket.SIGNATURE;
            if (keep) {
                packets.add(packet);
            }
        }
        return new OpenPgpSecretKey(key.certificate(), RawPacket.encode(packets));
    }

    private static int algorithm(RawPacket keyPacket) {
        return keyPacket.body().at(5);
    }

    @Test
    void makesAKeyThatOlderProgramsReadToo() {
        assertEquals(List.of("Ed25519", "X25519", "ML-KEM-768+X25519"), algorithms(CARLA));
        assertEquals(List.of("ML-DSA-65+Ed25519", "ML-KEM-768+X25519"), algorithms(DAVE));
    }

    @Test
    void newKeysHaveNoneOfItUnlessAskedFor() {
        assertEquals(List.of("Ed25519", "X25519"), algorithms(ANNA));
    }

    @Test
    void everyoneReadsWhatIsSealedForOldAndNew() {
        Octets message = sealed(ANNA, BEN, CARLA, DAVE);
        for (OpenPgpSecretKey reader : List.of(BEN, CARLA, DAVE)) {
            assertOpens(message, reader, ANNA);
        }
    }

    @Test
    void eitherSubkeyOpensTheLetter() {
        Octets message = sealed(ANNA, CARLA);
        assertOpens(message, withOnly(CARLA, subkey -> algorithm(subkey) == 18), ANNA);
        assertOpens(message, withOnly(CARLA, subkey -> algorithm(subkey) == 35), ANNA);
    }

    @Test
    void aPostQuantumSignatureHolds() {
        assertOpens(sealed(DAVE, DAVE), DAVE, DAVE);
        Production.Made made = assertInstanceOf(Production.Made.class, ENGINE.sign(TEXT, DAVE, everyone(), NOW));
        CertificateSource known = CertificateSource.of(List.of(DAVE.certificate()));
        assertInstanceOf(
                SignatureOutcome.Valid.class,
                ENGINE.verify(TEXT, made.octets(), known, NOW).getFirst());
        assertInstanceOf(
                SignatureOutcome.Invalid.class,
                ENGINE.verify(Octets.ofUtf8("Meet me at one.\r\n"), made.octets(), known, NOW)
                        .getFirst());
    }

    @Test
    void bothHalvesOfASignatureMustHold() {
        Production.Made made = assertInstanceOf(Production.Made.class, ENGINE.sign(TEXT, DAVE, everyone(), NOW));
        RawPacket packet = MessageReader.packets(made.octets()).orElseThrow().getFirst();
        int start = packet.body().length() - 64 - 3309;
        CertificateSource known = CertificateSource.of(List.of(DAVE.certificate()));
        for (int at : List.of(start, start + 63, start + 64, start + 64 + 3308)) {
            Octets flipped = RawPacket.encode(List.of(flipped(packet, at)));
            assertInstanceOf(
                    SignatureOutcome.Invalid.class,
                    ENGINE.verify(TEXT, flipped, known, NOW).getFirst(),
                    "octet " + at);
        }
    }

    private static RawPacket flipped(RawPacket packet, int at) {
        byte[] body = packet.body().toByteArray();
        body[at] ^= 1;
        return new RawPacket(packet.tag(), Octets.of(body));
    }

    /// Whatever octet of the session key packet is changed, one outcome says so: nobody learns which part
    /// of the mathematics failed.
    @Test
    void aChangedSessionKeyPacketHasOneOutcome() {
        List<RawPacket> packets = MessageReader.packets(sealed(ANNA, DAVE)).orElseThrow();
        RawPacket sessionKey = packets.getFirst();
        int fields = sessionKey.body().length() - 32 - 1088 - 1 - 40;
        for (int at : List.of(0, 31, 32, 600, 1119, 1121, 1160)) {
            List<RawPacket> changed = new ArrayList<>(packets);
            changed.set(0, flipped(sessionKey, fields + at));
            assertInstanceOf(
                    Decryption.IntegrityFailed.class, opened(RawPacket.encode(changed), DAVE, ANNA), "octet " + at);
        }
    }

    @Test
    void aCutOrLengthenedSessionKeyPacketOpensNothing() {
        List<RawPacket> packets = MessageReader.packets(sealed(ANNA, DAVE)).orElseThrow();
        Octets body = packets.getFirst().body();
        for (int length = 34; length < body.length(); length += 37) {
            List<RawPacket> changed = new ArrayList<>(packets);
            changed.set(0, new RawPacket(RawPacket.PKESK, body.slice(0, length)));
            assertFalse(opened(RawPacket.encode(changed), DAVE, ANNA) instanceof Decryption.Decrypted);
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Passphrase another() {
        return Passphrase.taking("battery staple".toCharArray());
    }

    @Test
    void locksUnlocksAndLocksAnew() {
        for (OpenPgpSecretKey key : List.of(CARLA, DAVE)) {
            Item.SecretKeyFound read = assertInstanceOf(
                    Item.SecretKeyFound.class,
                    ENGINE.read(ENGINE.armoredSecretKey(key)).items().getFirst());
            assertTrue(read.passphraseNeeded());
            assertInstanceOf(
                    Decryption.NeedPassphrase.class,
                    ENGINE.decrypt(
                            sealed(ANNA, key),
                            SecretKeySource.of(List.of(key)),
                            CertificateSource.none(),
                            nobody(),
                            NOW));
            try (Passphrase from = passphrase();
                    Passphrase to = another();
                    Passphrase wrong = Passphrase.taking("guess".toCharArray())) {
                assertInstanceOf(Relocking.WrongPassphrase.class, ENGINE.relock(key, wrong, to));
                OpenPgpSecretKey relocked = assertInstanceOf(
                                Relocking.Relocked.class, ENGINE.relock(key, from, to, LockStrength.RANDOM_SECRET))
                        .key();
                assertInstanceOf(
                        Decryption.Decrypted.class,
                        ENGINE.decrypt(
                                sealed(ANNA, key),
                                SecretKeySource.of(List.of(relocked)),
                                CertificateSource.none(),
                                _ -> Optional.of(another()),
                                NOW));
            }
        }
    }

    @Test
    void aSubkeyOutsideItsRangeIsNotUsed() {
        RawPacket subkey = PacketFramer.frame(CARLA.certificate().encoded()).packets().stream()
                .filter(packet -> packet.tag() == RawPacket.PUBLIC_SUBKEY && algorithm(packet) == 35)
                .findFirst()
                .orElseThrow();
        assertTrue(isLegal(subkey));
        byte[] outOfRange = subkey.body().toByteArray();
        outOfRange[6 + 32] = (byte) 0xFF;
        outOfRange[6 + 33] |= 0x0F;
        assertFalse(isLegal(new RawPacket(RawPacket.PUBLIC_SUBKEY, Octets.of(outOfRange))));
        byte[] ofSmallOrder = subkey.body().toByteArray();
        java.util.Arrays.fill(ofSmallOrder, 6, 6 + 32, (byte) 0);
        assertFalse(isLegal(new RawPacket(RawPacket.PUBLIC_SUBKEY, Octets.of(ofSmallOrder))));
        Octets cut = subkey.body().slice(0, subkey.body().length() - 1);
        assertFalse(isLegal(new RawPacket(RawPacket.PUBLIC_SUBKEY, cut)));
    }

    private static boolean isLegal(RawPacket packet) {
        return Bcpg.publicKey(packet).filter(Algorithms::isLegal).isPresent();
    }

    @Test
    void onlyOneAlgorithmMayStandInVersion4() {
        for (int algorithm : List.of(30, 31, 32, 33, 34, 36)) {
            byte[] body = new byte[6 + 4096];
            body[0] = 4;
            body[5] = (byte) algorithm;
            assertFalse(isLegal(new RawPacket(RawPacket.PUBLIC_SUBKEY, Octets.of(body))), "algorithm " + algorithm);
        }
    }
}
