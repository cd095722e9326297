package org.waxwing.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.waxwing.app.wiring.PracticeWorld.BEN;
import static org.waxwing.app.wiring.PracticeWorld.CARLA;
import static org.waxwing.app.wiring.PracticeWorld.letter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.Waxwing;
import org.waxwing.app.practice.RelayedLetter;
import org.waxwing.app.read.Reading;
import org.waxwing.app.send.Sending;
import org.waxwing.app.trust.BackedUp;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.FilePrompt;
import org.waxwing.app.trust.ImportLine;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// A backup holds every private key of the person, whatever its technology.
class BackupTest {
    private static final Mailbox ANNA = new Mailbox("Anna", AddrSpec.of("anna@example.org"));

    @TempDir
    private Path folder;

    @Test
    void whatWasSealedBeforeIsOpenedByTheKeysOfABackup() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing anna = world.settled(ANNA);
                Waxwing fresh = world.created("a new computer")) {
            bringIn(anna, "anna.p12");
            bringIn(anna, "carla.p12");
            Octets sealed = sealedToHerself(world, anna);
            Path file = folder.resolve("backup.asc");
            String digits = anna.seals().backUpWithRecoveryDigits(file).digits();
            String text = Files.readString(file);
            assertTrue(text.startsWith("-----BEGIN PGP PRIVATE KEY BLOCK-----"), "GnuPG reads what it begins with");
            assertFalse(text.contains("BEGIN PRIVATE KEY"));

            assertEquals(Optional.empty(), summary(fresh, sealed));
            List<ImportLine> lines = bringIn(fresh, file, digits);
            assertEquals(
                    3,
                    lines.stream()
                            .filter(line -> line instanceof ImportLine.Kept kept && kept.own() && !kept.ownPassphrase())
                            .count(),
                    lines.toString());
            assertEquals(
                    fingerprints(anna.certificates().own()),
                    fingerprints(fresh.certificates().own()));
            assertEquals(
                    fingerprints(anna.seals().own()), fingerprints(fresh.seals().own()));
            assertEquals(Optional.of(Status.CONFIDENTIAL), summary(fresh, sealed));
            chainsAreThere(anna, fresh);
        }
    }

    /// The passphrase of a file is asked for once, however many keys are in it.
    @Test
    @SuppressWarnings("MustBeClosedChecker") // the importer closes what it is answered
    void whoIsAskedForThePassphraseAnswersOnceAndMayMistypeIt() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing anna = world.created("only S-MIME");
                Waxwing fresh = world.created("a new computer")) {
            bringIn(anna, "anna.p12");
            bringIn(anna, "carla.p12");
            Path file = folder.resolve("backup.asc");
            try (Passphrase passphrase = Passphrase.taking("for the file".toCharArray())) {
                assertEquals(new BackedUp(2, 0), anna.seals().backUp(file, passphrase));
            }
            List<String> asked = new ArrayList<>();
            FilePrompt prompt = (name, again) -> {
                asked.add(name + (again ? " again" : ""));
                return Optional.of(Passphrase.taking((again ? "for the file" : "mistyped").toCharArray()));
            };
            var _ = fresh.people().bringIn(List.of(file), List.of(), prompt);
            assertEquals(List.of("backup.asc", "backup.asc again"), asked);
            assertEquals(
                    fingerprints(anna.certificates().own()),
                    fingerprints(fresh.certificates().own()));
        }
    }

    @Test
    void withoutAKeyOfSmimeTheFileIsArmourAlone() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN)) {
            Path file = folder.resolve("backup.asc");
            String digits = ben.seals().backUpWithRecoveryDigits(file).digits();
            assertFalse(digits.isEmpty());
            String text = Files.readString(file);
            assertEquals(1, text.split("-----BEGIN ", -1).length - 1);
            assertTrue(text.strip().endsWith("-----END PGP PRIVATE KEY BLOCK-----"));
        }
    }

    @Test
    void aDamagedBlockIsNamedAndTheOthersAreTaken() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing carla = world.settled(CARLA);
                Waxwing fresh = world.created("a new computer")) {
            bringIn(carla, "carla.p12");
            bringIn(carla, "anna.p12");
            Path file = folder.resolve("backup.asc");
            String digits = carla.seals().backUpWithRecoveryDigits(file).digits();
            String text = Files.readString(file);
            int block = text.indexOf("-----BEGIN PKCS12-----") + 100;
            Files.writeString(file, text.substring(0, block) + "?" + text.substring(block + 1));
            List<ImportLine> lines = bringIn(fresh, file, digits);
            assertEquals(
                    1,
                    lines.stream().filter(ImportLine.Skipped.class::isInstance).count(),
                    lines.toString());
            assertEquals(1, fresh.certificates().own().size());
            assertEquals(1, fresh.seals().own().size());
            Files.writeString(file, text.substring(0, text.lastIndexOf("-----END PKCS12-----") - 300));
            lines = bringIn(fresh, file, digits);
            assertEquals(
                    1,
                    lines.stream().filter(ImportLine.Skipped.class::isInstance).count(),
                    lines.toString());
        }
    }

    /// Whoever goes back to GnuPG finds the OpenPGP keys in the same file.
    @Test
    void gnuPgReadsItsPartOfTheFile() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gpg")), "gpg is not installed");
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing anna = world.settled(ANNA)) {
            bringIn(anna, "anna.p12");
            Path file = folder.resolve("backup.asc");
            try (Passphrase passphrase = Passphrase.taking("for the file".toCharArray())) {
                assertEquals(new BackedUp(2, 0), anna.seals().backUp(file, passphrase));
            }
            Process gpg = new ProcessBuilder("gpg", "--batch", "--show-keys", "--with-colons", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(gpg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, gpg.waitFor(), printed);
            assertTrue(printed.contains("sec:") && !printed.contains("error"), printed);
        }
    }

    private static Octets sealedToHerself(PracticeWorld world, Waxwing anna) {
        var _ = assertInstanceOf(
                Sending.Queued.class,
                anna.send()
                        .send(
                                letter(anna, List.of(ANNA), List.of(), List.of()),
                                Optional.empty(),
                                Protection.SIGNED_AND_ENCRYPTED,
                                Optional.of(Technology.SMIME)));
        var _ = anna.outbox().submitWaiting();
        return world.office().relayed().stream()
                .map(RelayedLetter::bytes)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Status> summary(Waxwing waxwing, Octets letter) {
        Reading reading = waxwing.read().readFile(letter);
        return reading.opening() instanceof Opening.Opened opened
                ? Optional.of(opened.summary().status())
                : Optional.empty();
    }

    private static List<Fingerprint> fingerprints(List<Card> cards) {
        return cards.stream()
                .map(Card::fingerprint)
                .sorted(Comparator.comparing(Fingerprint::hex))
                .toList();
    }

    private static void chainsAreThere(Waxwing before, Waxwing after) {
        for (Card card : before.certificates().own()) {
            Fingerprint.X509Sha256 fingerprint = (Fingerprint.X509Sha256) card.fingerprint();
            assertEquals(
                    before.certificates().export(fingerprint, true),
                    after.certificates().export(fingerprint, true));
        }
    }

    private void bringIn(Waxwing waxwing, String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(BackupTest.class.getResourceAsStream("/smime/" + name))) {
            Files.write(file, in.readAllBytes());
        }
        var _ = bringIn(waxwing, file, "seagull");
    }

    private static List<ImportLine> bringIn(Waxwing waxwing, Path file, String typed) {
        try (Passphrase passphrase = Passphrase.taking(typed.toCharArray())) {
            return waxwing.people().bringIn(List.of(file), List.of(passphrase));
        }
    }
}
