package org.waxwing.keystore.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.Keyrings;
import org.waxwing.keystore.transfer.ImportReport.Line;
import org.waxwing.keystore.vault.Vault;

/// Homes as GnuPG 1 and 2.0 left them, and the files that gpg exports.
class OldGnuPgHomeTest {
    private static @Nullable GnuPgProgram gpg;
    private static String anna = "";
    private static String ben = "";

    @TempDir
    Path folder;

    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
    private Vault vault;
    private Keyring keyring;

    @BeforeAll
    static void makeAHome(@TempDir Path shared) throws IOException {
        GnuPgProgram program = GnuPgProgram.in(shared.resolve("gpg"));
        gpg = program;
        // An empty ring of the old form makes gpg use that form.
        Files.createFile(program.home().resolve("pubring.gpg"));
        anna = program.generate("Anna <anna@example.org>", "rsa2048", "geheim", "0");
        program.addSubkey(anna, "rsa2048", "encr", "geheim");
        ben = program.generate("Ben <ben@example.org>", "ed25519", "", "0");
    }

    @AfterAll
    static void endItsAgent() {
        if (gpg != null) {
            gpg.close();
        }
    }

    @BeforeEach
    void open() {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray())) {
            vault = Vault.create(folder.resolve("profile/vault"), passphrase);
        }
        keyring = Keyrings.open(folder.resolve("profile/keyring.db"), vault, openPgp);
    }

    @AfterEach
    void close() {
        keyring.close();
        vault.close();
    }

    @Test
    void readsTheTwoRingsOfAnOldHomeAndItsSettings() throws IOException {
        Path old = Files.createDirectories(folder.resolve("old"));
        Files.copy(home().resolve("pubring.gpg"), old.resolve("pubring.gpg"));
        Files.copy(home().resolve("trustdb.gpg"), old.resolve("trustdb.gpg"));
        Path secrets = export("secring.gpg", "--export-secret-keys", anna);
        Files.move(secrets, old.resolve("secring.gpg"));
        Path further = Files.createDirectories(folder.resolve("further")).resolve("staff.gpg");
        Files.move(export("staff", "--export", ben), further);
        Files.writeString(old.resolve("gpg.conf"), """
            group friends = anna@example.org dave@example.org
            encrypt-to %s
            default-recipient carla@example.org
            cipher-algo AES256
            keyserver hkps://keys.example.org
            trust-model tofu
            ignore-mdc-error
            keyring %s
            no-greeting
            """.formatted(anna, further));

        ImportReport report = importing(old, "geheim");
        assertEquals(
                List.of(
                        new Line.Setting(
                                "gpg.conf",
                                "group friends: anna@example.org, dave@example.org (not in this home)",
                                Line.Fate.NO_GROUPS),
                        new Line.Setting("gpg.conf", "encrypt-to " + anna, Line.Fate.ALWAYS_SO),
                        new Line.Setting(
                                "gpg.conf", "default-recipient carla@example.org", Line.Fate.ONLY_THOSE_ADDRESSED),
                        new Line.Setting("gpg.conf", "cipher-algo AES256", Line.Fate.FROM_CERTIFICATES),
                        new Line.Setting("gpg.conf", "keyserver hkps://keys.example.org", Line.Fate.ONLY_WHEN_ASKED),
                        new Line.Setting("gpg.conf", "trust-model tofu", Line.Fate.DECIDED_FOR_EACH),
                        new Line.Setting("gpg.conf", "ignore-mdc-error", Line.Fate.WEAKER),
                        new Line.Setting("gpg.conf", "keyring " + further, Line.Fate.TAKEN)),
                notKept(report));
        assertEquals(List.of(Fingerprint.openPgp(anna)), own());
        assertEquals(Acceptance.VERIFIED, keyring.acceptance(Fingerprint.openPgp(anna)));
        assertTrue(report.lines().stream()
                .anyMatch(
                        line -> line instanceof Line.Kept kept && kept.source().equals("staff.gpg")));
    }

    @Test
    void takesTheKeyboxWhereGnuPgDoesAndLeavesWhatWasMovedToTheAgent() throws IOException {
        Path mixed = Files.createDirectories(folder.resolve("mixed"));
        try (GnuPgProgram newer = GnuPgProgram.in(mixed)) {
            String carla = newer.generate("Carla <carla@example.org>", "ed25519", "", "0");
            Files.copy(home().resolve("pubring.gpg"), mixed.resolve("pubring.gpg"));
            Files.move(export("secring.gpg", "--export-secret-keys", anna), mixed.resolve("secring.gpg"));
            Files.createFile(mixed.resolve(".gpg-v21-migrated"));
            assertEquals(
                    1,
                    importing(mixed, "geheim").lines().stream()
                            .filter(Line.Kept.class::isInstance)
                            .map(Line.Kept.class::cast)
                            .filter(Line.Kept::secret)
                            .count());
            assertEquals(List.of(Fingerprint.openPgp(carla)), own());
            assertTrue(keyring.entry(Fingerprint.openPgp(ben)).isEmpty());
        }
    }

    @Test
    void whatElseLiesInAHomeIsPassedOverAndNothingIsTouched() throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("strange"));
        Files.copy(home().resolve("pubring.gpg"), home.resolve("pubring.gpg"));
        Files.write(home.resolve("pubring.kbx"), new byte[] {0, 0});
        Files.writeString(home.resolve("pubring.gpg.lock"), "4711\nhost\n");
        Files.createDirectories(home.resolve("private-keys-v1.d/" + "AB".repeat(20) + ".key"));
        Files.writeString(home.resolve("private-keys-v1.d/" + "CD".repeat(20) + ".key"), "Key: (broken");
        Files.createDirectories(home.resolve("openpgp-revocs.d/below"));
        Files.createDirectories(home.resolve("gpg.conf"));
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", home.resolve("secring.gpg").toString())
                        .start()
                        .waitFor());
        assertTrue(home.toFile().setWritable(false));

        List<Line> lines = notKept(importing(home));
        assertEquals(
                List.of(
                        new Line.Skipped("pubring.kbx", "everything from byte 0", SkipReason.MALFORMED),
                        new Line.Skipped(
                                "private-keys-v1.d", "secret key " + "CD".repeat(20), SkipReason.NO_CERTIFICATE)),
                lines);
        assertEquals(2, keyring.entries().size());
        assertTrue(home.toFile().setWritable(true));
    }

    @Test
    void readsWhatGnuPgExportsInEveryShape() throws IOException {
        Path subkeys = export("subkeys.asc", "--armor", "--export-secret-subkeys", anna);
        List<Line> lines = importing(subkeys, "geheim").lines();
        Line.Kept kept = assertInstanceOf(Line.Kept.class, lines.getFirst());
        assertTrue(kept.secret() && !kept.ownPassphrase());
        assertEquals(
                List.of(new Line.Skipped("subkeys.asc", "secret part of " + anna, SkipReason.SECRET_PART_MISSING)),
                lines.subList(1, lines.size()));

        Path backup = export("backup.gpg", "--export-options", "backup", "--export-secret-keys");
        assertEquals(List.of(), notKept(importing(backup, "geheim")));
        assertEquals(2, own().size());

        Path certificates = export("certificates.asc", "--armor", "--export");
        Path secrets = export("secrets.asc", "--armor", "--export-secret-keys", ben);
        Path both = Files.writeString(
                folder.resolve("both.asc"),
                "My keys:\n\n" + Files.readString(certificates) + "\nand\n" + Files.readString(secrets));
        ImportReport report = importing(both);
        assertEquals(List.of(), notKept(report));
        assertEquals(3, report.lines().size());
    }

    @Test
    void namesAKeyOfWhichGnuPgHasOnlyTheCardsNumber() throws IOException {
        Path file = export("subkeys.gpg", "--export-secret-subkeys", anna);
        byte[] whole = Files.readAllBytes(file);
        String text = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1);
        int mark = text.indexOf("GNU\1") + 3;
        // The packet of the primary key grows by a serial number of 16 octets and the octet before it.
        byte[] number = java.util.HexFormat.of().parseHex("10D2760001240103040006047110230000");
        byte[] card = new byte[whole.length + number.length];
        System.arraycopy(whole, 0, card, 0, mark + 1);
        card[mark] = 2;
        System.arraycopy(number, 0, card, mark + 1, number.length);
        System.arraycopy(whole, mark + 1, card, mark + 1 + number.length, whole.length - mark - 1);
        int length = ((card[1] & 0xFF) << 8 | (card[2] & 0xFF)) + number.length;
        card[1] = (byte) (length >> 8);
        card[2] = (byte) length;
        Files.write(file, card);

        assertEquals(
                List.of(new Line.Skipped(
                        "subkeys.gpg",
                        "secret part of " + anna + ", smart card 0006 04711023",
                        SkipReason.ON_SMARTCARD)),
                notKept(importing(file, "geheim")));
        assertEquals(List.of(Fingerprint.openPgp(anna)), own());
    }

    private static Path home() {
        return Objects.requireNonNull(gpg).home();
    }

    private Path export(String name, String... arguments) {
        Path file = folder.resolve(name);
        List<String> all = new ArrayList<>(List.of("--passphrase", "geheim", "--output", file.toString()));
        all.addAll(List.of(arguments));
        Objects.requireNonNull(gpg).run(all.toArray(String[]::new));
        return file;
    }

    private List<Fingerprint> own() {
        return keyring.ownKeys().stream().map(OpenPgpSecretKey::fingerprint).toList();
    }

    private ImportReport importing(Path path, String... passphrases) {
        List<Passphrase> tried = new ArrayList<>();
        try {
            for (String passphrase : passphrases) {
                tried.add(secret(passphrase));
            }
            return new KeyImport(keyring, openPgp).run(List.of(path), tried, Instant.now());
        } finally {
            tried.forEach(Passphrase::close);
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Passphrase secret(String text) {
        return Passphrase.taking(text.toCharArray());
    }

    private static List<Line> notKept(ImportReport report) {
        return report.lines().stream()
                .filter(line -> !(line instanceof Line.Kept))
                .toList();
    }
}
