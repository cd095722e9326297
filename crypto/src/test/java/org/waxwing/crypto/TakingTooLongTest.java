package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.Opening.Reason;
import org.waxwing.crypto.Opening.Unopenable;
import org.waxwing.crypto.SmimeCast.Person;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.hostile.HostileLetters;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;

/// One letter gets so much time and no more, whatever it is made of. The clock here ticks with each look
/// at it.
class TakingTooLongTest {
    private static final SmimeCast CAST = new SmimeCast();
    private static final Instant NOW = SmimeCast.NOW;
    private static final Person ANNA = CAST.person("Anna", "anna@waxwing.example");
    private static final Person BEN = CAST.person("Ben", "ben@waxwing.example");
    private static final OpenPgp OPEN_PGP = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
    private static final Smime SMIME = Smime.with(new SecureRandom());
    private static final LockedSecretKey CARLA = key("Carla <carla@waxwing.example>");
    private static final LockedSecretKey DAVE = key("Dave <dave@waxwing.example>");
    private static final int MOMENTS = 9;
    private static final Duration SHORT = Duration.ofMillis(100);

    private final Opener opener = Opener.with(OPEN_PGP, SMIME);

    @Test
    @Attack(59)
    void letterOfAnyKindEndsWhenItsTimeIsOver() {
        HostileLetters.all().forEach((name, letter) -> {
            Ticking clock = new Ticking(Duration.ofSeconds(10));
            Octets octets = letter.apply(1 << 16);
            assertEquals(new Unopenable(Reason.TOO_LONG), open(octets, new TimeLimit(clock, SHORT, 1 << 30)), name);
            assertEquals(2, clock.looks(), name);
        });
    }

    @Test
    @Attack(59)
    void aLetterOfManyPartsEndsInTheMiddle() {
        Ticking clock = new Ticking(Duration.ofMillis(1));
        Octets octets = manyParts();
        assertEquals(new Unopenable(Reason.TOO_LONG), open(octets, new TimeLimit(clock, SHORT, 1 << 30)));
        assertTrue(clock.looks() < 110, () -> "looked " + clock.looks() + " times");
    }

    /// Parsers take any failure for a broken letter, and a signature that can't be checked for a bad one:
    /// none of that may come out of a letter whose time was over.
    @Test
    void whereverTheTimeEndsThereIsNoOtherVerdict() {
        for (Octets letter : List.of(bySmime(Protection.SIGNED_AND_ENCRYPTED), bySmime(Protection.SIGNED), byPgp())) {
            Ticking whole = new Ticking(Duration.ZERO);
            assertInstanceOf(Opening.Opened.class, open(letter, new TimeLimit(whole, SHORT, 1)));
            assertTrue(whole.looks() > 10, () -> "looked " + whole.looks() + " times");
            for (int last = 2; last < whole.looks(); last += 1 + whole.looks() / MOMENTS) {
                LongSupplier clock = new EndingAfter(last);
                Opening opening = open(letter, new TimeLimit(clock, SHORT, 1 << 30));
                boolean whileWaiting = opening instanceof Opening.Opened;
                assertTrue(whileWaiting || opening.equals(new Unopenable(Reason.TOO_LONG)), opening::toString);
            }
        }
    }

    @Test
    void nobodyIsHurriedWhoThinksOfAPassphrase() {
        AtomicLong time = new AtomicLong();
        PassphraseSource slow = key -> {
            time.addAndGet(Duration.ofHours(1).toNanos());
            return known(key);
        };
        Opening opening = opener.within(new TimeLimit(time::get, SHORT, 1 << 30))
                .open(byPgp(), SecretKeySource.of(List.of(DAVE)), people(), slow, NOW);
        assertInstanceOf(Opening.Opened.class, opening);
    }

    @Test
    void whoStopsWaitingGetsNothing() {
        AtomicInteger asked = new AtomicInteger();
        Opening opening = opener.unless(() -> asked.incrementAndGet() > 5)
                .open(byPgp(), SecretKeySource.of(List.of(DAVE)), people(), TakingTooLongTest::known, NOW);
        assertEquals(new Unopenable(Reason.CANCELLED), opening);
    }

    @Test
    void aLongHonestLetterHasMoreTime() {
        TimeLimit usual = TimeLimit.usual(() -> 0);
        assertEquals(Duration.ofSeconds(5), usual.allowed(100));
        assertEquals(Duration.ofSeconds(20), usual.allowed(60 << 20));
    }

    @Test
    void aLetterInTimeIsOpenedAsWithoutAClock() {
        Opening opening = open(byPgp(), new TimeLimit(new Ticking(Duration.ofNanos(1)), SHORT, 1));
        assertEquals(
                CryptographicSummary.Status.CONFIDENTIAL,
                assertInstanceOf(Opening.Opened.class, opening).summary().status());
    }

    private static Octets manyParts() {
        String part = "--b\r\n\r\nhi\r\n";
        return Octets.ofUtf8("From: Anna <anna@waxwing.example>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + part.repeat(5_000) + "--b--\r\n");
    }

    private Opening open(Octets letter, TimeLimit limit) {
        return opener.within(limit)
                .open(letter, SecretKeySource.of(List.of(BEN.key(), DAVE)), people(), TakingTooLongTest::known, NOW);
    }

    private static Octets bySmime(Protection protection) {
        List<Certificate> recipients = protection == Protection.SIGNED
                ? List.of()
                : List.of(ANNA.key().certificate(), BEN.key().certificate());
        return sealed("anna@waxwing.example", new SealingPlan(protection, ANNA.key(), recipients));
    }

    private static Octets byPgp() {
        List<Certificate> recipients = List.of(CARLA.certificate(), DAVE.certificate());
        return sealed("carla@waxwing.example", new SealingPlan(Protection.SIGNED_AND_ENCRYPTED, CARLA, recipients));
    }

    private static Octets sealed(String from, SealingPlan plan) {
        Letter letter = Letter.of(new Letter.Content(
                Mailbox.of(AddrSpec.of(from)),
                List.of(Mailbox.of(AddrSpec.of("ben@waxwing.example"))),
                List.of(),
                "Trip",
                NOW,
                "<1@waxwing.example>",
                Optional.empty(),
                List.of(),
                "See you at six.",
                List.of()));
        Sealing sealing = Sealer.with(OPEN_PGP, SMIME).seal(letter, plan, TakingTooLongTest::known, NOW);
        return assertInstanceOf(Sealing.Sealed.class, sealing).message().bytes();
    }

    private static LockedSecretKey key(String owner) {
        try (Passphrase lock = CAST.passphrase()) {
            return OPEN_PGP.generate(
                            new UserId(owner),
                            lock,
                            LockStrength.RANDOM_SECRET,
                            NOW.minusSeconds(3600),
                            Optional.empty())
                    .key();
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Optional<Passphrase> known(LockedSecretKey key) {
        return Optional.of(CAST.passphrase());
    }

    private static CertificateSource people() {
        CertificateSource pgp = CertificateSource.of(List.of(CARLA.certificate(), DAVE.certificate()));
        X509Trust trust = new X509Trust(List.of(CAST.authority()), List.of(), java.util.Set.of(), java.util.Set.of());
        return new People(pgp, trust);
    }

    private record People(CertificateSource pgp, X509Trust trust) implements CertificateSource {
        @Override
        public List<Certificate> certificatesFor(AddrSpec address) {
            return pgp.certificatesFor(address);
        }

        @Override
        public Optional<Certificate> byFingerprint(Fingerprint fingerprint) {
            return pgp.byFingerprint(fingerprint);
        }

        @Override
        public List<Certificate> byKeyId(long keyId) {
            return pgp.byKeyId(keyId);
        }

        @Override
        public List<SmimeCertificate> smimeCertificates() {
            return List.of();
        }
    }

    /// Goes on by the same step with each look.
    private static final class Ticking implements LongSupplier {
        private final long step;
        private int looks;

        Ticking(Duration step) {
            this.step = step.toNanos();
        }

        int looks() {
            return looks;
        }

        @Override
        public long getAsLong() {
            return step * looks++;
        }
    }

    /// Stands until the last look that is in time, and is a day later after it.
    private static final class EndingAfter implements LongSupplier {
        private final int last;
        private int looks;

        EndingAfter(int last) {
            this.last = last;
        }

        @Override
        public long getAsLong() {
            return ++looks <= last ? 0 : Duration.ofDays(1).toNanos();
        }
    }
}
