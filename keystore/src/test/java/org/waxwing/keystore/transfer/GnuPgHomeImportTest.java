package org.waxwing.keystore.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.gnupg.OwnerTrustList;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.Keyrings;
import org.waxwing.keystore.transfer.ImportReport.Line;
import org.waxwing.keystore.vault.Vault;

/// Homes that the real gpg made, imported without it.
class GnuPgHomeImportTest {
    private static final List<String> CURVES =
            List.of("nistp256", "nistp384", "nistp521", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1");

    @TempDir
    Path folder;

    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
    private Vault vault;
    private Keyring keyring;

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
    void everyAlgorithmArrivesWholeAndGnuPgOpensLettersWithWhatWeTook() throws IOException {
        try (GnuPgProgram gpg = GnuPgProgram.in(folder.resolve("a"))) {
            List<String> fingerprints = new ArrayList<>();
            for (String curve : CURVES) {
                fingerprints.add(gpg.generate(curve + " <" + curve + "@example.org>", curve, "", "0"));
                gpg.addSubkey(fingerprints.getLast(), curve, "encr", "");
            }
            fingerprints.add(gpg.generate("Anna <anna@example.org>", "ed25519", "geheim", "2y"));
            gpg.addSubkey(fingerprints.getLast(), "cv25519", "encr", "geheim");
            gpg.addSubkey(fingerprints.getLast(), "ed25519", "sign", "geheim");
            gpg.addSubkey(fingerprints.getLast(), "ed25519", "auth", "geheim");
            gpg.run("--passphrase", "geheim", "--quick-add-uid", fingerprints.getLast(), "Anna <a@example.net>");
            fingerprints.add(gpg.generate("Ben <ben@example.org>", "rsa2048", "", "0"));
            gpg.addSubkey(fingerprints.getLast(), "rsa3072", "encr", "");

            Map<String, String> before = state(gpg.home());
            ImportReport report = importing(gpg.home(), "wrong", "geheim");
            assertEquals(before, state(gpg.home()), "the home is as it was");

            assertEquals(List.of(), notKept(report));
            assertEquals(fingerprints.size(), keyring.ownKeys().size());
            for (String fingerprint : fingerprints) {
                Fingerprint anna = Fingerprint.openPgp(fingerprint);
                assertEquals(Acceptance.VERIFIED, keyring.acceptance(anna));
                assertEquals(
                        "imported from a GnuPG home, ownertrust ultimate",
                        keyring.decisions(anna).getFirst().evidence());
                assertTrue(keyring.revocation(anna).isPresent());
            }
            opensWhatGnuPgSealed(gpg, fingerprints);
        }
    }

    /// Exports every key from the keyring into another home and has gpg decrypt and sign there.
    private void opensWhatGnuPgSealed(GnuPgProgram gpg, List<String> fingerprints) throws IOException {
        Path letter = Files.writeString(folder.resolve("letter"), "Dear Anna");
        try (GnuPgProgram other = GnuPgProgram.in(folder.resolve("b"))) {
            for (OpenPgpSecretKey key : keyring.ownKeys()) {
                Path file = folder.resolve(key.fingerprint().hex());
                Files.write(file, openPgp.armoredSecretKey(relocked(key, "neu")).toByteArray());
                other.run("--passphrase", "neu", "--import", file.toString());
            }
            Path trusts = Files.write(
                    folder.resolve("own"),
                    OwnerTrustList.ofOwn(fingerprints.stream()
                                    .map(Fingerprint::openPgp)
                                    .toList())
                            .toByteArray());
            other.run("--trust-model", "pgp", "--import-ownertrust", trusts.toString());
            long ultimate = other.run("--trust-model", "pgp", "--export-ownertrust")
                    .lines()
                    .filter(line -> line.endsWith(":6:"))
                    .count();
            assertEquals(fingerprints.size(), ultimate);
            for (String fingerprint : fingerprints) {
                Path sealed = folder.resolve("sealed");
                gpg.run("-r", fingerprint, "-o", sealed.toString(), "--encrypt", letter.toString());
                assertTrue(other.run("--passphrase", "neu", "--decrypt", sealed.toString())
                        .contains("Dear Anna"));
                other.run(
                        "--passphrase", "neu", "-u", fingerprint, "-o", sealed.toString(), "--sign", letter.toString());
                gpg.run("--verify", sealed.toString());
            }
        }
    }

    private OpenPgpSecretKey relocked(OpenPgpSecretKey key, String to) {
        try (Passphrase from = keyring.passphraseFor(key).orElseThrow();
                Passphrase next = Passphrase.taking(to.toCharArray())) {
            Relocking relocking = openPgp.relock(key, from, next, LockStrength.RANDOM_SECRET);
            return assertInstanceOf(Relocking.Relocked.class, relocking).key();
        }
    }

    @Test
    void namesEverySecretPartThatCouldNotBeHad() throws IOException {
        try (GnuPgProgram gpg = GnuPgProgram.in(folder.resolve("a"))) {
            String locked = gpg.generate("Carla <carla@example.org>", "ed25519", "unbekannt", "0");
            String partial = gpg.generate("Dave <dave@example.org>", "ed25519", "", "0");
            gpg.addSubkey(partial, "cv25519", "encr", "");
            Path primary = gpg.home().resolve("private-keys-v1.d/" + keygrip(gpg, partial) + ".key");
            String card = Files.readString(primary)
                    .replaceFirst("\\(private-key ", "(shadowed-private-key ")
                    .replaceFirst(
                            "\\(d[\\s\\S]*", "(shadowed t1-v1 (#D2760001240103040006047110230000#OPENPGP.1))))\n");
            Files.writeString(primary, card);
            Path orphan = gpg.home().resolve("private-keys-v1.d/" + "AB".repeat(20) + ".key");
            Files.copy(primary, orphan);

            ImportReport report = importing(gpg.home());
            assertEquals(
                    List.of(
                            new Line.Skipped(
                                    "private-keys-v1.d", "secret part of " + locked, SkipReason.PASSPHRASE_NEEDED),
                            new Line.Skipped(
                                    "private-keys-v1.d",
                                    "secret part of " + partial + ", smart card 0006 04711023",
                                    SkipReason.ON_SMARTCARD),
                            new Line.Skipped(
                                    "private-keys-v1.d", "secret key " + "AB".repeat(20), SkipReason.NO_CERTIFICATE)),
                    notKept(report));
            assertEquals(
                    List.of(Fingerprint.openPgp(partial)),
                    keyring.ownKeys().stream()
                            .map(OpenPgpSecretKey::fingerprint)
                            .toList());
            assertTrue(keyring.entry(Fingerprint.openPgp(locked)).isPresent());

            Files.delete(primary);
            assertTrue(notKept(importing(gpg.home()))
                    .contains(new Line.Skipped(
                            "private-keys-v1.d", "secret part of " + partial, SkipReason.SECRET_PART_MISSING)));
        }
    }

    @Test
    void takesAKeyThatGnuPgHasNotUnlockedSinceItWasImported() throws IOException {
        try (GnuPgProgram gpg = GnuPgProgram.in(folder.resolve("a"));
                GnuPgProgram other = GnuPgProgram.in(folder.resolve("b"))) {
            String anna = gpg.generate("Anna <anna@example.org>", "ed25519", "geheim", "0");
            gpg.addSubkey(anna, "cv25519", "encr", "geheim");
            Path file = folder.resolve("secret");
            gpg.run("--passphrase", "geheim", "-o", file.toString(), "--export-secret-keys", anna);
            other.run("--import", file.toString());

            Line.Kept locked = assertInstanceOf(
                    Line.Kept.class, importing(other.home()).lines().getLast());
            assertTrue(locked.secret() && locked.ownPassphrase());
            assertEquals(Optional.empty(), passphrase(keyring.ownKeys().getFirst()));
            Line.Kept opened = assertInstanceOf(
                    Line.Kept.class, importing(other.home(), "geheim").lines().getLast());
            assertTrue(opened.secret() && !opened.ownPassphrase());
        }
    }

    private Optional<Passphrase> passphrase(OpenPgpSecretKey key) {
        return keyring.passphraseFor(key);
    }

    @Test
    void takesOverWhomItsUserTrustsAndWhoRevoked() throws IOException {
        try (GnuPgProgram gpg = GnuPgProgram.in(folder.resolve("a"))) {
            String never = gpg.generate("Carla <carla@example.org>", "ed25519", "", "0");
            String full = gpg.generate("Dave <dave@example.org>", "ed25519", "", "0");
            String revoked = gpg.generate("Ben <ben@example.org>", "ed25519", "", "0");
            Path trusts = Files.writeString(folder.resolve("trusts"), never + ":3:\n" + full + ":5:\n");
            gpg.run("--import-ownertrust", trusts.toString());
            Path revocation = gpg.home().resolve("openpgp-revocs.d/" + revoked + ".rev");
            Path armor = Files.writeString(
                    folder.resolve("rev"), Files.readString(revocation).replace("\n:--", "\n--"));
            gpg.run("--import", armor.toString());
            try (Stream<Path> secrets = Files.list(gpg.home().resolve("private-keys-v1.d"))) {
                secrets.forEach(GnuPgHomeImportTest::delete);
            }

            assertEquals(List.of(), notKept(importing(gpg.home())));
            assertEquals(Acceptance.UNDECIDED, keyring.acceptance(Fingerprint.openPgp(never)));
            assertEquals(Acceptance.ACCEPTED, keyring.acceptance(Fingerprint.openPgp(full)));
            var ben = keyring.entry(Fingerprint.openPgp(revoked)).orElseThrow().certificate();
            assertTrue(!ben.usability(Instant.now()).canSign());
        }
    }

    @Test
    void aDamagedKeyboxGivesWhatLiesBeforeTheDamage() throws IOException {
        try (GnuPgProgram gpg = GnuPgProgram.in(folder.resolve("a"))) {
            gpg.generate("Anna <anna@example.org>", "ed25519", "", "0");
            gpg.generate("Ben <ben@example.org>", "ed25519", "", "0");
            Path box = gpg.home().resolve("pubring.kbx");
            byte[] whole = Files.readAllBytes(box);
            Files.write(box, java.util.Arrays.copyOf(whole, whole.length - 10));
            List<Line> lines = notKept(importing(gpg.home()));
            assertEquals(1, keyring.entries().size());
            Line.Skipped first = assertInstanceOf(Line.Skipped.class, lines.getFirst());
            assertEquals(SkipReason.MALFORMED, first.reason());
            assertTrue(first.what().startsWith("everything from byte "), first.what());
        }
    }

    private ImportReport importing(Path home, String... passphrases) {
        List<Passphrase> tried = new ArrayList<>();
        try {
            for (String passphrase : passphrases) {
                tried.add(secret(passphrase));
            }
            return new KeyImport(keyring, openPgp).run(List.of(home), tried, Instant.now());
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

    private static String keygrip(GnuPgProgram gpg, String fingerprint) {
        return gpg.run("--with-colons", "--with-keygrip", "--list-keys", fingerprint)
                .lines()
                .filter(line -> line.startsWith("grp:"))
                .findFirst()
                .orElseThrow()
                .split(":")[9];
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Every file of the home with its size, time and content.
    private static Map<String, String> state(Path home) throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                String content =
                        Files.isRegularFile(file) ? java.util.HexFormat.of().formatHex(Files.readAllBytes(file)) : "";
                state.put(home.relativize(file).toString(), Files.getLastModifiedTime(file) + " " + content);
            }
        }
        return state;
    }
}
