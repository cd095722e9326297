package org.waxwing.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.app.wiring.PracticeWorld.CARLA;
import static org.waxwing.app.wiring.PracticeWorld.letter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.Waxwing;
import org.waxwing.app.practice.RelayedLetter;
import org.waxwing.app.read.Reading;
import org.waxwing.app.send.Sending;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Standing;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Who got a signed letter can answer it sealed.
class IntroductionTest {
    private static final Mailbox ANNA = new Mailbox("Anna", AddrSpec.of("anna@example.org"));

    @TempDir
    private Path folder;

    @Test
    void aProvenSignatureIsEnoughToAnswerSealed() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing anna = world.settled(ANNA);
                Waxwing carla = world.settled(CARLA)) {
            var _ = bringIn(anna, "anna.p12");
            var _ = bringIn(carla, "carla.p12");
            acceptAuthority(carla);
            assertInstanceOf(Readiness.NoCard.class, carla.people().readiness(ANNA.address()));

            Octets signed = sent(world, anna, CARLA, Protection.SIGNED);
            assertEquals(Status.VERIFIED, status(carla, signed));
            assertInstanceOf(Readiness.Ready.class, carla.people().readiness(ANNA.address()));
            int cards = carla.people().cards().size();
            assertEquals(Status.VERIFIED, status(carla, signed));
            assertEquals(cards, carla.people().cards().size());

            // Her program said that it reads AES-GCM.
            Octets answer = sent(world, carla, ANNA, Protection.SIGNED_AND_ENCRYPTED);
            assertTrue(answer.latin1().contains("smime-type=\"authEnveloped-data\""));
            assertInstanceOf(Opening.Opened.class, anna.read().readFile(answer).opening());
        }
    }

    @Test
    void aSignatureThatProvesNothingIntroducesNobody() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing anna = world.settled(ANNA);
                Waxwing carla = world.settled(CARLA)) {
            var _ = bringIn(anna, "anna.p12");
            var _ = bringIn(carla, "carla.p12");
            Octets signed = sent(world, anna, CARLA, Protection.SIGNED);
            // Nobody that Carla trusts stands behind it.
            assertEquals(Status.UNPROTECTED, status(carla, signed));
            acceptAuthority(carla);
            Octets changed = Octets.ofUtf8(signed.latin1().replace("quinces", "apples"));
            assertEquals(Status.UNPROTECTED, status(carla, changed));
            assertInstanceOf(Readiness.NoCard.class, carla.people().readiness(ANNA.address()));
        }
    }

    @Test
    void aKeyringThatTakesNothingInStillLetsALetterBeRead() throws IOException, SQLException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing anna = world.settled(ANNA);
                Waxwing carla = world.settled(CARLA)) {
            var _ = bringIn(anna, "anna.p12");
            acceptAuthority(carla);
            Octets signed = sent(world, anna, CARLA, Protection.SIGNED);
            takeNothingIn(folder.resolve("Carla"));
            Reading reading = carla.read().readFile(signed);
            var opened = assertInstanceOf(Opening.Opened.class, reading.opening());
            assertEquals(Status.VERIFIED, opened.summary().status());
            String why = reading.notKept().orElseThrow();
            assertFalse(why.contains("example.org") || why.contains("quinces"), why);
            assertInstanceOf(Readiness.NoCard.class, carla.people().readiness(ANNA.address()));
        }
    }

    /// As a read-only file does, whoever runs the test.
    private static void takeNothingIn(Path profile) throws IOException, SQLException {
        try (Stream<Path> files = Files.list(profile)) {
            Path keyring = files.filter(file -> file.getFileName().toString().startsWith("keyring"))
                    .filter(file -> file.getFileName().toString().endsWith("db"))
                    .findFirst()
                    .orElseThrow();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + keyring);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TRIGGER shut BEFORE INSERT ON smime_cert"
                        + " BEGIN SELECT RAISE(ABORT, 'nothing is taken in'); END");
            }
        }
    }

    private static Octets sent(PracticeWorld world, Waxwing from, Mailbox to, Protection protection) {
        var _ = assertInstanceOf(
                Sending.Queued.class,
                from.send()
                        .send(
                                letter(from, List.of(to), List.of(), List.of()),
                                Optional.empty(),
                                protection,
                                Optional.of(Technology.SMIME)));
        var _ = from.outbox().submitWaiting();
        return world.office().relayed().stream()
                .filter(letter -> letter.recipients().equals(List.of(to.address())))
                .map(RelayedLetter::bytes)
                .findFirst()
                .orElseThrow();
    }

    private void acceptAuthority(Waxwing waxwing) throws IOException {
        Path file = bringIn(waxwing, "authority.pem");
        String pem = Files.readString(file).replaceAll("-----[^-]+-----|\\s", "");
        SmimeCertificate authority = Smime.with(new SecureRandom())
                .certificate(Octets.of(Base64.getDecoder().decode(pem)))
                .orElseThrow();
        waxwing.people().decide(authority.fingerprint(), Standing.ACCEPTED, "handed over");
    }

    private Path bringIn(Waxwing waxwing, String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(IntroductionTest.class.getResourceAsStream("/smime/" + name));
                Passphrase passphrase = Passphrase.taking("seagull".toCharArray())) {
            Files.write(file, in.readAllBytes());
            var _ = waxwing.people().bringIn(List.of(file), List.of(passphrase));
        }
        return file;
    }

    private static Status status(Waxwing waxwing, Octets letter) {
        return assertInstanceOf(
                        Opening.Opened.class, waxwing.read().readFile(letter).opening())
                .summary()
                .status();
    }
}
