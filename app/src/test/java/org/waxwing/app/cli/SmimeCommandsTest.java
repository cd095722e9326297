package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.cli.profile.ProfileDoor;

/// S/MIME at the command line: identities come in, letters go out and come back.
class SmimeCommandsTest {
    private static final String TO_CARLA = letter("carla@example.org");

    @TempDir
    Path dir = Path.of(".");

    private final Shell shell = new Shell(ProfileDoor::of);

    private static String letter(String to) {
        return """
            From: Anna <anna@example.org>
            To: %s
            Subject: Trip budget

            See you at six.
            """.formatted(to);
    }

    @BeforeEach
    void unpacks() throws IOException {
        Files.writeString(dir.resolve("passphrase"), "correct horse\n");
        Files.writeString(dir.resolve("file-passphrase"), "seagull\n");
        Files.writeString(dir.resolve("wrong-passphrase"), "pigeon\n");
        for (String name :
                List.of("authority.pem", "anna.p12", "anna.pem", "carla.p12", "carla.pem", "carla.p7b", "dave.pem")) {
            try (InputStream in =
                    Objects.requireNonNull(SmimeCommandsTest.class.getResourceAsStream("/smime/" + name))) {
                Files.copy(in, dir.resolve(name));
            }
        }
    }

    @Test
    void sealsForSomebodyAndOpensIt() {
        annaImportsHerself();
        assertEquals(0, run("anna", "", "import", at("carla.pem")).code());
        assertTrue(run("anna", "", "keys").out().contains("carla@example.org"));
        Shell.Left sealed = run("anna", TO_CARLA, "seal");
        assertEquals(0, sealed.code(), sealed.err());
        assertTrue(sealed.out().contains("application/pkcs7-mime"), sealed.out());
        assertFalse(sealed.out().contains("at six."), sealed.out());
        assertFalse(sealed.out().contains("budget"), sealed.out());

        write("sealed.eml", sealed.bytes());
        assertEquals(0, carlaImports("carla.p12").code());
        Shell.Left open = run("carla", "", "open", at("sealed.eml"), "--json");
        assertTrue(open.out().contains("See you at six."), open.out() + open.err());
        assertTrue(open.out().contains("no-trusted-authority"), open.out());
        assertEquals(0, carlaImports("anna.pem").code());
        open = run("carla", "", "open", at("sealed.eml"), "--json");
        assertTrue(open.out().contains("\"status\":\"confidential\""), open.out() + open.err());
        assertTrue(open.out().contains("Trip budget"), open.out());
        String page = run("carla", "", "open", at("sealed.eml")).out();
        assertTrue(page.contains("anna@example.org>, whose certificate you accepted as it is."), page);
        // The sender's own copy opens too.
        assertTrue(run("anna", "", "open", at("sealed.eml")).out().contains("See you at six."));
    }

    /// Also where the sender has no seal in it, or none at all.
    @Test
    void aPlanFollowsTheTechnologyThatALetterIsHeldTo() {
        List<String> account = List.of("account", "add", "--address", "anna@example.org", "--smtp", "smtp.example.org");
        write("password", "letmein\n".getBytes(StandardCharsets.UTF_8));
        List<String> words = new ArrayList<>(account);
        words.addAll(List.of("--password-file", at("password")));
        assertEquals(0, run("anna", "", words.toArray(String[]::new)).code());
        assertEquals(0, run("anna", "", "import", at("carla.pem")).code());
        Shell.Left ben = shell.run("sop", "generate-key", "Ben <ben@example.org>");
        write("ben.asc", shell.reading(ben.bytes()).run("sop", "extract-cert").bytes());
        assertEquals(0, run("anna", "", "import", at("ben.asc")).code());
        assertTrue(planned().out().contains("carla@example.org: sealed by S/MIME"));

        heldToOneTechnology();
        annaImportsHerself();
        heldToOneTechnology();
        Shell.Left left = planned("--openpgp");
        assertEquals(79, left.code());
        assertTrue(left.err().contains("no OpenPGP key"), left.err());
    }

    private void heldToOneTechnology() {
        String openPgp = planned("--openpgp").out();
        assertTrue(openPgp.contains("carla@example.org: reads S/MIME, not OpenPGP"), openPgp);
        assertTrue(openPgp.contains("ben@example.org: sealed by OpenPGP"), openPgp);
        String smime = planned("--smime").out();
        assertTrue(smime.contains("carla@example.org: sealed by S/MIME"), smime);
        assertTrue(smime.contains("ben@example.org: reads OpenPGP, not S/MIME"), smime);
        String json = planned("--openpgp", "--json").out();
        assertTrue(json.contains("\"readiness\":\"other-technology\",\"technology\":\"smime\""), json);
    }

    private Shell.Left planned(String... held) {
        List<String> words = new ArrayList<>(List.of("send", "--from", "anna@example.org", "--plan"));
        words.addAll(List.of("--to", "carla@example.org", "ben@example.org", "--subject", "Trip"));
        words.addAll(List.of(held));
        return run("anna", "", words.toArray(String[]::new));
    }

    @Test
    void aTechnologyThatWasRuledOutStaysClosed() {
        annaImportsHerself();
        assertEquals(
                0,
                run("anna", "", "key", "generate", "--address", "anna@example.org")
                        .code());
        write(
                "smime.eml",
                run("anna", letter("anna@example.org"), "seal", "--smime").bytes());
        write(
                "openpgp.eml",
                run("anna", letter("anna@example.org"), "seal", "--openpgp").bytes());
        write("clear.eml", letter("anna@example.org").getBytes(StandardCharsets.UTF_8));
        for (String technology : List.of("smime", "openpgp")) {
            String other = technology.equals("smime") ? "openpgp" : "smime";
            Shell.Left open = run("anna", "", "open", at(technology + ".eml"), "--" + technology);
            assertEquals(0, open.code(), open.err());
            assertTrue(open.out().contains("See you at six."), open.out());
            open = run("anna", "", "open", at(technology + ".eml"), "--json", "--" + other);
            assertEquals(41, open.code(), open.err());
            assertTrue(open.out().contains("\"notes\":[\"ruled-out\"]"), open.out());
            assertFalse(open.out().contains("at six."), open.out());
            open = run("anna", "", "open", at(technology + ".eml"), "--" + other);
            assertTrue(open.out().contains("Protected by the other technology"), open.out());
            assertEquals(
                    0, run("anna", "", "open", at("clear.eml"), "--" + other).code());
        }
    }

    @Test
    void takesCertificatesInEveryForm() {
        Shell.Left left = run("anna", "", "import", at("carla.p7b"));
        assertEquals(0, left.code(), left.err());
        assertTrue(left.out().contains("carla@example.org"), left.out());
        assertTrue(left.out().contains("2 kept, 0 not."), left.out());
    }

    @Test
    void aMixedLetterTakesTwoMessagesOrAWish() {
        annaImportsHerself();
        assertEquals(0, run("anna", "", "import", at("carla.pem")).code());
        Shell.Left left = run("anna", "", "key", "generate", "--address", "anna@example.org");
        assertEquals(0, left.code(), left.err());
        Shell.Left ben = shell.run("sop", "generate-key", "Ben <ben@example.org>");
        Shell.Left certificate = shell.reading(ben.bytes()).run("sop", "extract-cert");
        write("ben.asc", certificate.bytes());
        assertEquals(0, run("anna", "", "import", at("ben.asc")).code());

        String both = letter("carla@example.org, ben@example.org");
        left = run("anna", both, "seal");
        assertEquals("", left.out());
        assertTrue(left.err().contains("carla@example.org (S/MIME), ben@example.org (OpenPGP)"), left.err());
        left = run("anna", both, "seal", "--smime");
        assertEquals("", left.out());
        assertTrue(left.err().contains("ben@example.org (reads OpenPGP, not S/MIME)"), left.err());
        left = run("anna", letter("ben@example.org"), "seal", "--openpgp");
        assertTrue(left.out().contains("multipart/encrypted"), left.err());
        left = run("anna", TO_CARLA, "seal", "--openpgp");
        assertTrue(left.err().contains("carla@example.org (reads S/MIME, not OpenPGP)"), left.err());
        left = run("anna", TO_CARLA, "seal", "--openpgp", "--smime");
        assertTrue(left.err().contains("held to OpenPGP and to S/MIME at once"), left.err());
        assertEquals("", left.out());
    }

    @Test
    void aLetterForSomebodyInATechnologyOfWhichOneHasNoKeyIsNotSealed() {
        assertEquals(
                0,
                run("anna", "", "key", "generate", "--address", "anna@example.org")
                        .code());
        assertEquals(0, run("anna", "", "import", at("carla.pem")).code());
        Shell.Left left = run("anna", TO_CARLA, "seal");
        assertEquals("", left.out());
        assertTrue(left.err().contains("reads S/MIME, and you have no S/MIME certificate"), left.err());
    }

    @Test
    void aCertificateThatIsNotForMailIsNeverWrittenTo() {
        annaImportsHerself();
        Shell.Left left = run("anna", "", "import", at("dave.pem"));
        assertEquals(0, left.code(), left.err());
        left = run("anna", letter("dave@example.org"), "seal");
        assertEquals("", left.out());
        assertTrue(left.err().contains("dave@example.org (address card not usable: it is not for mail"), left.err());
    }

    @Test
    void badFilesChangeNothingAndAreExplained() throws IOException {
        Shell.Left left = run("anna", "", "import", at("anna.p12"));
        assertTrue(left.out().contains("it needs its passphrase"), left.out() + left.err());
        left = run("anna", "", "import", at("anna.p12"), "--import-passphrase-file", at("wrong-passphrase"));
        assertTrue(left.out().contains("the passphrase does not fit"), left.out());
        byte[] whole = Files.readAllBytes(dir.resolve("anna.p12"));
        write("cut.p12", Arrays.copyOf(whole, whole.length / 2));
        left = run("anna", "", "import", at("cut.p12"), "--import-passphrase-file", at("file-passphrase"));
        assertTrue(left.out().contains("0 kept, 1 not."), left.out());
        assertTrue(left.out().contains("damaged or cut off"), left.out());
        write("none.pem", "-----BEGIN NONSENSE-----\nAAAA\n-----END NONSENSE-----\n".getBytes(StandardCharsets.UTF_8));
        left = run("anna", "", "import", at("none.pem"));
        assertTrue(left.out().contains("0 kept, 1 not."), left.out());
        left = run("anna", TO_CARLA, "seal");
        assertTrue(left.err().contains("You have no seal"), left.err());
    }

    @Test
    void theFirstKeyThatIsLostTellsAndEverythingElseComesIn() throws IOException {
        byte[] whole = Files.readAllBytes(dir.resolve("anna.p12"));
        write("cut.p12", Arrays.copyOf(whole, whole.length / 2));
        write("empty.p12", new byte[0]);
        Shell.Left left = brings("carla.pem", "anna.p12", "cut.p12");
        assertTrue(left.out().contains("1 kept, 2 not."), left.out());
        assertEquals(67, left.code(), left.out());
        assertEquals(41, brings("carla.pem", "cut.p12", "anna.p12").code());
        assertEquals(41, brings("empty.p12", "carla.pem").code());
        assertEquals(61, brings("carla.pem", "missing.p12", "anna.p12").code());
        assertEquals(67, brings("anna.p12", "carla.pem", "missing.p12").code());
        assertTrue(run("anna", "", "keys").out().contains("carla@example.org"));
    }

    private Shell.Left brings(String... files) {
        List<String> words = new ArrayList<>(List.of("import"));
        words.addAll(List.of(files).stream().map(this::at).toList());
        words.addAll(List.of("--import-passphrase-file", at("wrong-passphrase")));
        return run("anna", "", words.toArray(String[]::new));
    }

    @Test
    void aBackupBringsEveryKeyToAnotherComputer() throws IOException {
        assertEquals(0, run("carla", "", "import", at("carla.pem")).code());
        assertEquals(72, run("carla", "", backup()).code(), "she has no key");
        annaImportsHerself();
        assertEquals(
                0,
                run("anna", "", "key", "generate", "--address", "anna@example.org")
                        .code());
        assertEquals(
                0,
                run("anna", "", "cert", "request", "--address", "anna@elsewhere.example", "--kind", "p256")
                        .code());
        Shell.Left left = run("anna", "", backup());
        assertEquals(0, left.code(), left.err());
        assertTrue(left.err().contains("Not in it: 1 key that waits for a certificate."), left.err());
        assertTrue(left.out().startsWith("2 private keys are in "), left.out());
        String written = Files.readString(dir.resolve("backup.asc"));
        assertEquals(59, run("anna", "", backup()).code());
        assertEquals(written, Files.readString(dir.resolve("backup.asc")));

        left = run("again", "", "import", at("backup.asc"), "--import-passphrase-file", at("file-passphrase"));
        assertEquals(0, left.code(), left.out());
        assertTrue(run("again", "", "keys")
                .out()
                .startsWith(run("anna", "", "keys").out()));
    }

    /// A file with nothing in it would be taken for a backup.
    @Test
    void aBackupOfKeysThatStayLockedIsNotWritten() throws IOException {
        Files.writeString(dir.resolve("own"), "anna's own\n");
        assertEquals(
                0,
                run("first", "", "key", "generate", "--address", "anna@example.org")
                        .code());
        Shell.Left secret = run(
                "first", "", "key", "export", "anna@example.org", "--secret", "--export-passphrase-file", at("own"));
        Files.write(dir.resolve("anna.asc"), secret.bytes());
        assertTrue(run("locked", "", "import", at("anna.asc")).out().contains("keeps its own passphrase"));
        Shell.Left left = run("locked", "", backup());
        assertEquals(67, left.code(), left.err());
        assertEquals("", left.out());
        assertTrue(left.err().contains("There is no backup: no private key could be unlocked"), left.err());
        assertFalse(Files.exists(dir.resolve("backup.asc")));

        left = run("locked", "", "import", at("anna.p12"), "--import-passphrase-file", at("file-passphrase"));
        assertEquals(0, left.code(), left.err());
        left = run("locked", "", backup());
        assertEquals(67, left.code(), left.err());
        assertTrue(left.out().startsWith("1 private key is in "), left.out());
        assertTrue(left.err().contains("1 private key is not in it"), left.err());
    }

    private String[] backup() {
        return new String[] {"backup", at("backup.asc"), "--backup-passphrase-file", at("file-passphrase")};
    }

    private void annaImportsHerself() {
        Shell.Left left = run("anna", "", "import", at("anna.p12"), "--import-passphrase-file", at("file-passphrase"));
        assertEquals(0, left.code(), left.err());
        assertTrue(left.out().contains("with its private key"), left.out());
    }

    private Shell.Left carlaImports(String file) {
        return run("carla", "", "import", at(file), "--import-passphrase-file", at("file-passphrase"));
    }

    private Shell.Left run(String profile, String input, String... words) {
        return shell.runFor(dir.resolve(profile), input, words);
    }

    private void write(String name, byte[] bytes) {
        try {
            Files.write(dir.resolve(name), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String at(String name) {
        return dir.resolve(name).toString();
    }
}
