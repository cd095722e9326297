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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.Octets;

/// Two copies of a certificate become one that knows what both knew, whatever their order.
class MergeTest {
    private static final int ROUNDS = 60;

    private final Notary anna = Notary.of(ANNA);
    private final Notary ben = Notary.of(BEN);
    private final List<RawPacket> base = Notary.packets(ANNA.certificate());
    private final RawPacket userId = base.stream()
            .filter(packet -> packet.tag() == RawPacket.USER_ID)
            .findFirst()
            .orElseThrow();
    private final RawPacket otherUserId = new RawPacket(RawPacket.USER_ID, Octets.ofUtf8("Anna <anna@example.com>"));
    private final RawPacket picture =
            new RawPacket(RawPacket.USER_ATTRIBUTE, Octets.of(new byte[] {6, 1, 16, 0, 1, 1, 0}));

    /// One thing that a copy may know, a head and a signature behind it.
    private record Word(RawPacket head, RawPacket signature) {}

    private RawPacket certified(Notary by, RawPacket head, int days) {
        return by.sign(PGPSignature.POSITIVE_CERTIFICATION, SignedPart.identity(anna.key(), head), day(days));
    }

    private static Instant day(int days) {
        return BIRTH.plus(Duration.ofDays(days));
    }

    private Word hardRevocation() {
        return new Word(base.getFirst(), anna.sign(PGPSignature.KEY_REVOCATION, overKey(), day(1)));
    }

    private SignedPart overKey() {
        return SignedPart.primary(anna.key());
    }

    private List<Word> words() {
        byte[] version3 = new byte[30];
        version3[0] = 3;
        version3[1] = 5;
        version3[2] = 0x10;
        version3[15] = 1;
        version3[16] = 2;
        byte[] version9 = new byte[30];
        version9[0] = 9;
        return List.of(
                new Word(userId, certified(anna, userId, 2)),
                new Word(userId, certified(ben, userId, 3)),
                new Word(userId, certified(ben, userId, 4)),
                new Word(userId, new RawPacket(RawPacket.SIGNATURE, Octets.of(version3))),
                new Word(userId, new RawPacket(RawPacket.SIGNATURE, Octets.of(version9))),
                new Word(otherUserId, certified(anna, otherUserId, 5)),
                new Word(otherUserId, certified(ben, otherUserId, 6)),
                new Word(picture, certified(anna, picture, 7)),
                new Word(base.getFirst(), anna.sign(PGPSignature.DIRECT_KEY, overKey(), day(8))));
    }

    private OpenPgpCertificate copy(List<Word> words) {
        List<RawPacket> packets = new ArrayList<>(base);
        for (Word word : words) {
            if (word.head().equals(base.getFirst())) {
                packets.add(1, word.signature());
            } else {
                packets.addAll(List.of(word.head(), word.signature()));
            }
        }
        return read(packets);
    }

    private static OpenPgpCertificate read(List<RawPacket> packets) {
        return assertInstanceOf(
                        Item.CertificateFound.class,
                        ENGINE.read(RawPacket.encode(packets)).items().getFirst())
                .certificate();
    }

    private static List<Word> some(List<Word> words, SplittableRandom random) {
        List<Word> chosen = new ArrayList<>();
        for (Word word : words) {
            if (random.nextBoolean()) {
                chosen.add(random.nextInt(chosen.size() + 1), word);
            }
        }
        return chosen;
    }

    @Test
    void mergingKnowsNoOrder() {
        SplittableRandom random = new SplittableRandom(9580);
        List<Word> words = new ArrayList<>(words());
        words.add(hardRevocation());
        for (int i = 0; i < ROUNDS; i++) {
            OpenPgpCertificate one = copy(some(words, random));
            OpenPgpCertificate two = copy(some(words, random));
            OpenPgpCertificate three = copy(some(words, random));
            OpenPgpCertificate merged = ENGINE.merge(one, two);
            assertEquals(merged.encoded(), ENGINE.merge(two, one).encoded());
            assertEquals(one.encoded(), ENGINE.merge(one, one).encoded());
            assertEquals(merged.encoded(), ENGINE.merge(merged, two).encoded());
            assertEquals(
                    ENGINE.merge(merged, three).encoded(),
                    ENGINE.merge(one, ENGINE.merge(two, three)).encoded());
            boolean revoked =
                    !one.usability(day(30)).canSign() || !two.usability(day(30)).canSign();
            assertEquals(!revoked, merged.usability(day(30)).canSign());
        }
    }

    @Test
    @Attack(48)
    void nothingThatSomebodySaidIsLost() {
        List<Word> words = words();
        OpenPgpCertificate all = copy(words);
        List<RawPacket> kept = Notary.packets(all);
        for (Word word : words) {
            assertTrue(kept.contains(word.head()));
            assertTrue(
                    kept.contains(word.signature()),
                    "signature version " + word.signature().version());
        }
        assertEquals(
                List.of(new UserId("Anna <anna@example.com>"), new UserId("Anna <anna@example.org>")),
                all.userIds().stream()
                        .sorted(java.util.Comparator.comparing(UserId::text))
                        .toList());
    }

    @Test
    @Attack(30)
    void aUserIdOrPictureThatTheOwnerDidNotCertifyIsDropped() {
        List<RawPacket> packets = new ArrayList<>(base);
        packets.addAll(List.of(otherUserId, certified(ben, otherUserId, 1), picture, certified(ben, picture, 1)));
        assertEquals(ANNA.certificate().encoded(), read(packets).encoded());
    }

    @Test
    void ofAFloodByStrangersTheNewestAreKept() {
        List<RawPacket> packets = new ArrayList<>(base);
        RawPacket strange = certified(ben, userId, 1);
        int at = packets.indexOf(userId) + 1;
        for (int i = 0; i < 10_000; i++) {
            packets.add(at, Flood.laterBy(strange, i));
        }
        List<RawPacket> kept = Notary.packets(read(packets));
        assertEquals(base.size() + OtherSignatures.MAX_KEPT, kept.size());
        assertTrue(kept.contains(Flood.laterBy(strange, 9_999)));
        assertFalse(kept.contains(strange));
        assertTrue(kept.containsAll(base));
    }

    @Test
    void whatWasLaidAsideSoftlyMayBeTakenUpAgain() {
        RawPacket retired = anna.sign(
                PGPSignature.KEY_REVOCATION,
                overKey(),
                day(10),
                hashed -> hashed.setRevocationReason(false, RevocationReasonTags.KEY_RETIRED, ""));
        OpenPgpCertificate aside = copy(List.of(new Word(base.getFirst(), retired)));
        assertTrue(aside.usability(day(9)).canSign());
        assertFalse(aside.usability(day(11)).canSign());
        OpenPgpCertificate again = ENGINE.merge(aside, copy(List.of(new Word(userId, certified(anna, userId, 20)))));
        assertFalse(again.usability(day(11)).canSign());
        assertTrue(again.usability(day(21)).canSign());
    }

    @Test
    @Attack(28)
    void aKeyThatMayBeStolenNeverSigned() {
        OpenPgpCertificate stolen = copy(List.of(hardRevocation(), new Word(userId, certified(anna, userId, 20))));
        assertFalse(stolen.usability(NOW.minusSeconds(60)).canSign());
        assertFalse(stolen.usability(day(21)).canSign());
    }

    @Test
    @Attack(28)
    void aKeyIsNotValidBeforeItsFirstStatement() {
        assertFalse(
                ANNA.certificate().usability(BIRTH.minus(Duration.ofHours(1))).canSign());
    }
}
