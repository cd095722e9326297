package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.SmimeCast.Person;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyPlan;
import org.waxwing.crypto.cert.KeyProfile;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;

/// Who counts the octets of a sealed letter learns little.
class PaddedLettersTest {
    private static final Instant NOW = SmimeCast.NOW;
    private static final SmimeCast CAST = new SmimeCast();
    private static final Person ANNA = CAST.person("Anna", "anna@waxwing.example");
    private static final OpenPgp OPEN_PGP = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
    private static final Smime SMIME = Smime.with(new SecureRandom());
    private static final LockedSecretKey PGP = key();

    @Test
    @Attack(42)
    void yesAndNoAreOfOneLengthOnTheWire() {
        for (LockedSecretKey signer : List.of(PGP, ANNA.key())) {
            Stream<Octets> answers = Stream.of("Yes.", "No.", "Maybe.").map(text -> sealed(signer, text, List.of()));
            assertEquals(1, answers.map(Octets::length).distinct().count(), signer.getClass()::getSimpleName);
        }
    }

    /// Of a hundred lengths that a short answer may have, a relay tells four apart at most.
    @Test
    @Attack(42)
    void aHundredShortAnswersHaveFewLengths() {
        Set<Integer> lengths = IntStream.range(0, 100)
                .mapToObj(length -> letter("carla@waxwing.example", "a".repeat(length), List.of()))
                .map(letter -> new PayloadWriter(letter, HeaderConfidentialityPolicy.baseline())
                        .cipher()
                        .length())
                .collect(Collectors.toSet());
        assertTrue(lengths.size() <= 4, lengths::toString);
    }

    @Test
    @Attack(42)
    void nothingOfThePaddingIsShown() {
        for (List<AttachedFile> files : List.of(
                List.<AttachedFile>of(),
                List.of(new AttachedFile("a.bin", "application/octet-stream", Octets.empty())))) {
            Opening.Opened opened = assertInstanceOf(
                    Opening.Opened.class,
                    Opener.with(OPEN_PGP, SMIME)
                            .open(
                                    sealed(PGP, "Yes.", files),
                                    SecretKeySource.of(List.of(PGP)),
                                    CertificateSource.of(List.of(PGP.certificate())),
                                    PaddedLettersTest::known,
                                    NOW));
            assertEquals(Status.CONFIDENTIAL, opened.summary().status());
            assertEquals("Yes.", opened.payload().content().text());
            assertEquals(files, opened.payload().content().attachments());
            assertEquals(List.of(), opened.payload().notes());
            assertFalse(opened.payload().fields().fields().stream()
                    .anyMatch(field -> field.name().equalsIgnoreCase("X-Padding")));
        }
    }

    private static Octets sealed(LockedSecretKey signer, String text, List<AttachedFile> files) {
        String from = signer.equals(PGP) ? "carla@waxwing.example" : "anna@waxwing.example";
        List<Certificate> recipients = List.of(signer.certificate());
        SealingPlan plan = new SealingPlan(Protection.SIGNED_AND_ENCRYPTED, signer, recipients);
        Sealing sealing =
                Sealer.with(OPEN_PGP, SMIME).seal(letter(from, text, files), plan, PaddedLettersTest::known, NOW);
        return assertInstanceOf(Sealing.Sealed.class, sealing).message().bytes();
    }

    private static Letter letter(String from, String text, List<AttachedFile> files) {
        return Letter.of(new Letter.Content(
                Mailbox.of(AddrSpec.of(from)),
                List.of(Mailbox.of(AddrSpec.of("ben@waxwing.example"))),
                List.of(),
                "Re: Will you come?",
                NOW,
                "<1@waxwing.example>",
                Optional.empty(),
                List.of(),
                text,
                files));
    }

    /// One whose signatures are all of one length: those of version 4 are an octet shorter now and then,
    /// whatever is signed.
    private static LockedSecretKey key() {
        UserId owner = new UserId("Carla <carla@waxwing.example>");
        KeyPlan plan = new KeyPlan(List.of(owner), KeyProfile.CURVE25519_V6, Optional.empty());
        try (Passphrase lock = CAST.passphrase()) {
            return OPEN_PGP.generate(plan, lock, LockStrength.RANDOM_SECRET, NOW.minusSeconds(3600))
                    .key();
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Optional<Passphrase> known(LockedSecretKey key) {
        return Optional.of(CAST.passphrase());
    }
}
