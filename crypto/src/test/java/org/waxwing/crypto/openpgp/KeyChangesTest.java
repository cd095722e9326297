package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.BIRTH;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;
import static org.waxwing.crypto.openpgp.People.everyone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.ComponentKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.KeyChanging;
import org.waxwing.crypto.cert.KeyChanging.Reason;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.KeyPlan;
import org.waxwing.crypto.cert.KeyProfile;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.RevocationReason;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;

class KeyChangesTest {
    private static final Octets TEXT = Octets.ofUtf8("Meet me at noon.\r\n");
    private static final UserId FIRST = new UserId("Anna <anna@example.org>");
    private static final UserId SECOND = new UserId("Anna Weber <anna@chem.example>");
    private static final Instant EXPIRED = BIRTH.plus(Duration.ofDays(800));

    private static KeyChanging changing(OpenPgpSecretKey key, KeyChange change, Instant at) {
        try (Passphrase passphrase = People.passphrase()) {
            return ENGINE.change(key, change, Optional.of(passphrase), at);
        }
    }

    private static OpenPgpSecretKey changed(OpenPgpSecretKey key, KeyChange change, Instant at) {
        OpenPgpSecretKey after = assertInstanceOf(KeyChanging.Changed.class, changing(key, change, at))
                .key();
        Item again = ENGINE.read(ENGINE.armoredSecretKey(after)).items().getFirst();
        assertEquals(after, assertInstanceOf(Item.SecretKeyFound.class, again).key(), "it reads back");
        assertEquals(
                after.certificate(),
                ENGINE.merge(key.certificate(), after.certificate()),
                "merged into what others have it is the same");
        return after;
    }

    private static Reason refused(OpenPgpSecretKey key, KeyChange change, Instant at) {
        return assertInstanceOf(KeyChanging.Refused.class, changing(key, change, at))
                .reason();
    }

    private static OpenPgpSecretKey born(KeyProfile profile, Duration validity) {
        try (Passphrase lock = People.passphrase()) {
            return ENGINE.generate(
                            new KeyPlan(List.of(FIRST), profile, Optional.of(validity)),
                            lock,
                            LockStrength.RANDOM_SECRET,
                            BIRTH)
                    .key();
        }
    }

    private static void sealsAndSigns(OpenPgpSecretKey key, Instant at) {
        Octets message = assertInstanceOf(
                        Production.Made.class,
                        ENGINE.signAndEncrypt(TEXT, key, List.of(key.certificate()), everyone(), at))
                .octets();
        Decryption.Decrypted opened = assertInstanceOf(
                Decryption.Decrypted.class,
                ENGINE.decrypt(
                        message,
                        SecretKeySource.of(List.of(key)),
                        CertificateSource.of(List.of(key.certificate())),
                        everyone(),
                        at));
        assertEquals(TEXT, opened.plaintext());
        assertInstanceOf(SignatureOutcome.Valid.class, opened.signatures().getFirst());
    }

    private static List<Fingerprint> subkeysFor(Purpose purpose, OpenPgpCertificate certificate) {
        return certificate.keys().stream()
                .filter(key -> !key.primary() && key.purposes().contains(purpose))
                .map(ComponentKey::fingerprint)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyProfile.class,
            names = {"CURVE25519", "CURVE25519_V6"})
    void anExpiredKeyIsProlongedWithAllThatEndedWithIt(KeyProfile profile) {
        OpenPgpSecretKey key = born(profile, Duration.ofDays(730));
        assertFalse(key.certificate().usability(EXPIRED).canEncrypt());
        Instant end = Instant.parse("2031-05-01T00:00:00Z");
        OpenPgpSecretKey after = changed(key, new KeyChange.Validity(Optional.of(end)), EXPIRED);
        assertEquals(Optional.of(end), after.certificate().expires());
        assertTrue(after.certificate().keys().stream()
                .allMatch(part -> part.expires().equals(Optional.of(end))));
        assertEquals(key.certificate().userIds(), after.certificate().userIds());
        sealsAndSigns(after, EXPIRED.plusSeconds(60));
        assertFalse(after.certificate().usability(end.plusSeconds(1)).canEncrypt());
    }

    @Test
    void anEndIsShortenedAndTakenAway() {
        Instant sooner = Instant.parse("2026-06-01T00:00:00Z");
        OpenPgpSecretKey shorter = changed(ANNA, new KeyChange.Validity(Optional.of(sooner)), NOW);
        assertEquals(Optional.of(sooner), shorter.certificate().expires());
        OpenPgpSecretKey never = changed(shorter, new KeyChange.Validity(Optional.empty()), NOW.plusSeconds(5));
        assertEquals(Optional.empty(), never.certificate().expires());
        sealsAndSigns(never, Instant.parse("2090-01-01T00:00:00Z"));
    }

    @Test
    void twoChangesInOneSecondAreInOrder() {
        OpenPgpSecretKey after = ANNA;
        for (int days = 10; days < 15; days++) {
            Instant end = NOW.plus(Duration.ofDays(days));
            after = changed(after, new KeyChange.Validity(Optional.of(end)), NOW);
            assertEquals(Optional.of(end), after.certificate().expires());
        }
    }

    @Test
    void aSubkeyLongOutOfUseStaysSo() {
        OpenPgpSecretKey withSecond =
                changed(ANNA, new KeyChange.AddSubkey(Purpose.ENCRYPT, Optional.of(NOW.plusSeconds(3600))), NOW);
        Fingerprint brief =
                subkeysFor(Purpose.ENCRYPT, withSecond.certificate()).getLast();
        Instant later = NOW.plus(Duration.ofDays(30));
        OpenPgpSecretKey after =
                changed(withSecond, new KeyChange.Validity(Optional.of(later.plus(Duration.ofDays(900)))), later);
        assertEquals(
                Optional.of(NOW.plusSeconds(3600)),
                after.certificate().keys().stream()
                        .filter(part -> part.fingerprint().equals(brief))
                        .findFirst()
                        .orElseThrow()
                        .expires());
        sealsAndSigns(after, later);
        OpenPgpSecretKey revived = changed(
                after,
                new KeyChange.SubkeyValidity(brief, Optional.of(later.plus(Duration.ofDays(3)))),
                later.plusSeconds(9));
        sealsAndSigns(revived, later.plusSeconds(20));
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyProfile.class,
            names = {"CURVE25519", "CURVE25519_V6"})
    void newSubkeysAreUsedAndProlonged(KeyProfile profile) {
        OpenPgpSecretKey key = born(profile, Duration.ofDays(730));
        Optional<Instant> end = Optional.of(NOW.plus(Duration.ofDays(90)));
        OpenPgpSecretKey signing = changed(key, new KeyChange.AddSubkey(Purpose.SIGN, end), NOW);
        OpenPgpSecretKey both = changed(signing, new KeyChange.AddSubkey(Purpose.ENCRYPT, end), NOW.plusSeconds(1));
        assertEquals(4, both.certificate().keys().size());
        Instant at = NOW.plusSeconds(60);
        sealsAndSigns(both, at);
        assertEquals(
                subkeysFor(Purpose.SIGN, both.certificate()).getFirst(),
                Optional.of(SigningKey.of(both, reader(), everyone(), at))
                        .map(SigningKey.Search.Found.class::cast)
                        .map(found -> KeyComponent.fingerprintOf(found.key().key()))
                        .orElseThrow(),
                "the newest key that may sign does");
        Instant far = NOW.plus(Duration.ofDays(1000));
        OpenPgpSecretKey prolonged = changed(both, new KeyChange.Validity(Optional.of(far)), at);
        assertTrue(prolonged.certificate().keys().stream()
                .allMatch(part -> part.expires().equals(Optional.of(far))));
        sealsAndSigns(prolonged, NOW.plus(Duration.ofDays(900)));
    }

    private static CertificateReader reader() {
        return new CertificateReader(AlgorithmPolicy.current());
    }

    @Test
    void aRevokedSubkeyIsNotUsedAndDoesNotComeBack() {
        OpenPgpSecretKey two = changed(ANNA, new KeyChange.AddSubkey(Purpose.ENCRYPT, Optional.empty()), NOW);
        Fingerprint second = subkeysFor(Purpose.ENCRYPT, two.certificate()).getLast();
        OpenPgpSecretKey one =
                changed(two, new KeyChange.RevokeSubkey(second, RevocationReason.SUPERSEDED, ""), NOW.plusSeconds(9));
        sealsAndSigns(one, NOW.plusSeconds(20));
        assertEquals(Reason.SUBKEY_REVOKED, refused(one, new KeyChange.SubkeyValidity(second, Optional.empty()), NOW));
        OpenPgpSecretKey none = changed(
                one,
                new KeyChange.RevokeSubkey(
                        subkeysFor(Purpose.ENCRYPT, one.certificate()).getFirst(), RevocationReason.COMPROMISED, ""),
                NOW.plusSeconds(30));
        assertFalse(none.certificate().usability(NOW.plusSeconds(40)).canEncrypt());
        OpenPgpSecretKey still = changed(none, new KeyChange.Validity(Optional.empty()), NOW.plusSeconds(50));
        assertFalse(still.certificate().usability(NOW.plusSeconds(60)).canEncrypt());
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyProfile.class,
            names = {"CURVE25519", "CURVE25519_V6"})
    void userIdsComeGoAndTakeTheFirstPlace(KeyProfile profile) {
        OpenPgpSecretKey key = born(profile, Duration.ofDays(730));
        OpenPgpSecretKey two = changed(key, new KeyChange.AddUserId(SECOND), NOW);
        assertEquals(List.of(FIRST, SECOND), two.certificate().userIds());
        assertEquals(key.certificate().expires(), two.certificate().expires());
        OpenPgpSecretKey turned = changed(two, new KeyChange.PrimaryUserId(SECOND), NOW);
        assertEquals(List.of(SECOND, FIRST), turned.certificate().userIds());
        OpenPgpSecretKey one = changed(turned, new KeyChange.RevokeUserId(SECOND), NOW);
        assertEquals(List.of(FIRST), one.certificate().userIds());
        sealsAndSigns(one, NOW.plusSeconds(60));
        assertEquals(Reason.LAST_USER_ID, refused(one, new KeyChange.RevokeUserId(FIRST), NOW));
        OpenPgpSecretKey again = changed(one, new KeyChange.AddUserId(SECOND), NOW);
        assertEquals(Set.of(FIRST, SECOND), Set.copyOf(again.certificate().userIds()));
    }

    @ParameterizedTest
    @EnumSource(
            value = RevocationReason.class,
            names = {"UNSPECIFIED", "SUPERSEDED", "COMPROMISED", "RETIRED"})
    void aRevokedKeyStaysRevokedAndTheReasonSaysHowFarBack(RevocationReason reason) {
        Instant day = NOW.plus(Duration.ofDays(10));
        OpenPgpSecretKey ended = changed(ANNA, new KeyChange.Revoke(reason, "I have a new one"), day);
        boolean hard = reason == RevocationReason.UNSPECIFIED || reason == RevocationReason.COMPROMISED;
        assertEquals(!hard, ended.certificate().usability(NOW).canSign(), "before");
        assertFalse(ended.certificate().usability(day.plusSeconds(1)).canSign(), "after");
        assertEquals(
                List.of(new Objection.Revoked(day, hard)),
                ended.certificate().usability(day.plusSeconds(1)).objections());
        assertEquals(Reason.REVOKED, refused(ended, new KeyChange.Validity(Optional.empty()), day));
    }

    @Test
    void whatCanNotBeIsRefusedByName() {
        UserId strange = new UserId("Anna\n<anna@example.org>");
        Fingerprint primary = ANNA.fingerprint();
        assertEquals(Reason.USER_ID_UNSUITABLE, refused(ANNA, new KeyChange.AddUserId(strange), NOW));
        assertEquals(Reason.USER_ID_THERE, refused(ANNA, new KeyChange.AddUserId(FIRST), NOW));
        assertEquals(Reason.NO_SUCH_USER_ID, refused(ANNA, new KeyChange.PrimaryUserId(SECOND), NOW));
        assertEquals(
                Reason.NO_SUCH_SUBKEY,
                refused(ANNA, new KeyChange.RevokeSubkey(primary, RevocationReason.RETIRED, ""), NOW));
        assertEquals(
                Reason.ENDS_IN_THE_PAST, refused(ANNA, new KeyChange.Validity(Optional.of(BIRTH.plusSeconds(9))), NOW));
        assertEquals(
                Reason.ENDS_TOO_LATE,
                refused(ANNA, new KeyChange.Validity(Optional.of(Instant.parse("2200-01-01T00:00:00Z"))), NOW));
        assertEquals(
                Reason.CLOCK_BEHIND,
                refused(ANNA, new KeyChange.Validity(Optional.empty()), BIRTH.minus(Duration.ofDays(1))));
    }

    @Test
    void nothingChangesWithoutThePassphrase() {
        KeyChange change = new KeyChange.Validity(Optional.empty());
        assertInstanceOf(KeyChanging.Locked.class, ENGINE.change(ANNA, change, Optional.empty(), NOW));
        try (Passphrase wrong = Passphrase.taking("wrong".toCharArray())) {
            assertInstanceOf(KeyChanging.Locked.class, ENGINE.change(ANNA, change, Optional.of(wrong), NOW));
        }
    }

    @Test
    void aKeyWhoseCertifyingPartIsElsewhereSaysSo() {
        ParsedCertificate certificate = reader().parsed(ANNA.certificate()).orElseThrow();
        OpenPgpSecretKey without = SecretKeyAssembly.join(certificate, Map.of());
        assertEquals(Reason.PRIMARY_MISSING, refused(without, new KeyChange.Validity(Optional.empty()), NOW));
        assertNotEquals(ANNA, without);
    }
}
