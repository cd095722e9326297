package org.waxwing.app.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.Letter;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.Sealer;
import org.waxwing.crypto.Sealing;
import org.waxwing.crypto.SealingPlan;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;

final class AnnaTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final SecureRandom random = new SecureRandom();
    private final OpenPgp openPgp = OpenPgp.with(random, AlgorithmPolicy.current());
    private final OfficeFixture fixture = new OfficeFixture();
    private final OpenPgpSecretKey bensKey = key();
    private final PracticeMailbox annasMailbox = fixture.anna;
    private final Anna anna = new Anna(
            fixture.office,
            annasMailbox,
            openPgp,
            fixture.ben.owner(),
            bensKey.certificate(),
            InstantSource.system(),
            random);

    private OpenPgpSecretKey key() {
        try (Passphrase lock = Passphrase.taking("of the test".toCharArray())) {
            return openPgp.generate(
                            new UserId("Ben <ben@practice.example>"),
                            lock,
                            LockStrength.RANDOM_SECRET,
                            Instant.now().minusSeconds(60),
                            Optional.empty())
                    .key();
        }
    }

    @AfterEach
    void close() {
        anna.close();
        fixture.close();
    }

    /// Whoever asks closes it.
    @SuppressWarnings("MustBeClosedChecker")
    private static PassphraseSource passphrases() {
        return _ -> Optional.of(Passphrase.taking("of the test".toCharArray()));
    }

    private OpenPgpCertificate annas() {
        return openPgp.read(anna.card()).items().stream()
                .map(item -> assertInstanceOf(Item.CertificateFound.class, item).certificate())
                .findFirst()
                .orElseThrow();
    }

    private Letter letter() {
        return Letter.of(new Letter.Content(
                fixture.ben.owner(),
                List.of(annasMailbox.owner()),
                List.of(),
                "Quinces",
                Instant.now(),
                "<1@practice.example>",
                Optional.empty(),
                List.of(),
                "The lantern is lit.\n> earlier",
                List.of()));
    }

    private Opening.Opened answer() throws InterruptedException {
        anna.start();
        assertTrue(fixture.ben.awaitInbox(1, LONG));
        return open(fixture.ben.inbox().getFirst());
    }

    private Opening.Opened open(Octets message) {
        return assertInstanceOf(
                Opening.Opened.class,
                Opener.with(openPgp, Smime.with(new SecureRandom()))
                        .open(
                                message,
                                SecretKeySource.of(List.of(bensKey)),
                                CertificateSource.of(List.of(annas(), bensKey.certificate())),
                                passphrases(),
                                Instant.now()));
    }

    @Test
    void answersASealedLetterSealedAndSaysThatNobodyElseCouldReadIt() throws InterruptedException {
        SealingPlan plan =
                new SealingPlan(Protection.SIGNED_AND_ENCRYPTED, bensKey, List.of(annas(), bensKey.certificate()));
        Sealing.Sealed sealed = assertInstanceOf(
                Sealing.Sealed.class,
                Sealer.with(openPgp, Smime.with(new SecureRandom()))
                        .seal(letter(), plan, passphrases(), Instant.now()));
        annasMailbox.deliver(sealed.message().bytes());
        Opening.Opened answer = answer();
        assertEquals(Status.CONFIDENTIAL, answer.summary().status());
        assertEquals("Re: Quinces", answer.payload().fields().subject());
        String text = answer.payload().content().text();
        assertTrue(text.contains("Nobody but you and me could read it"), text);
        assertTrue(text.contains("> The lantern is lit.\n>> earlier"), text);
        assertTrue(answer.payload().fields().references().contains("<1@practice.example>"));
        String relayed = fixture.office.relayed().getFirst().bytes().latin1();
        assertFalse(relayed.contains("lantern") || relayed.contains("Quinces"));
    }

    @Test
    void answersAPostcardSealedAndSaysThatEveryoneCouldReadIt() throws InterruptedException {
        annasMailbox.deliver(letter().bytes());
        Opening.Opened answer = answer();
        assertEquals(Status.CONFIDENTIAL, answer.summary().status());
        String text = answer.payload().content().text();
        assertTrue(text.contains("that was a postcard. Everyone on the way could read it"), text);
    }

    @Test
    void welcomesHerFriendAndAnswersNobodyElse() throws InterruptedException {
        annasMailbox.deliver(Octets.ofUtf8("From: carla@practice.example\r\nSubject: x\r\n\r\nx\r\n"));
        anna.start();
        anna.welcome();
        assertTrue(fixture.ben.awaitInbox(1, LONG));
        Opening.Opened welcome = open(fixture.ben.inbox().getFirst());
        assertEquals(AnnasWords.WELCOME_SUBJECT, welcome.payload().fields().subject());
        assertFalse(fixture.ben.awaitInbox(2, Duration.ofMillis(300)));
        assertEquals(1, fixture.office.relayed().size());
    }
}
