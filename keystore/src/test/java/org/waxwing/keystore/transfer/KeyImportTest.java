package org.waxwing.keystore.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.NewKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.Keyrings;
import org.waxwing.keystore.attack.Attack;
import org.waxwing.keystore.transfer.ImportReport.Line;
import org.waxwing.keystore.vault.Vault;

/// Files with real keys into a real keyring.
final class KeyImportTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path folder;

    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
    private Vault vault;
    private Keyring keyring;

    @BeforeEach
    void open() {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray())) {
            vault = Vault.create(folder.resolve("profile").resolve("vault"), passphrase);
        }
        keyring = Keyrings.open(folder.resolve("profile").resolve("keyring.db"), vault, openPgp);
    }

    @AfterEach
    void close() {
        keyring.close();
        vault.close();
    }

    @Test
    void acceptsCertificatesFromAFileTheyChose() throws IOException {
        OpenPgpCertificate anna = made("Anna <anna@example.org>", "a").key().certificate();
        OpenPgpCertificate ben = made("Ben <ben@example.org>", "b").key().certificate();
        Path file = file("both.asc", openPgp.armoredCertificates(List.of(anna, ben)));
        List<Line> lines = run(file);
        assertEquals(
                List.of(
                        kept("both.asc", anna, Keeping.TAKEN, false, false, Acceptance.ACCEPTED),
                        kept("both.asc", ben, Keeping.TAKEN, false, false, Acceptance.ACCEPTED)),
                lines);
        assertEquals(
                "imported from a file on 2026-11-01",
                keyring.decisions(anna.fingerprint()).getFirst().evidence());
        assertEquals(1, keyring.certificatesFor(AddrSpec.of("anna@example.org")).size());
        assertEquals(
                kept("both.asc", anna, Keeping.UNCHANGED, false, false, Acceptance.ACCEPTED),
                run(file).getFirst());
        assertEquals(1, keyring.decisions(anna.fingerprint()).size());
        assertTrue(keyring.journalIntact());
    }

    @Test
    void takesAnOwnKeyIntoTheVaultsCareWithThePassphraseThatFits() throws IOException {
        OpenPgpSecretKey anna = made("Anna <anna@example.org>", "anna's own").key();
        Path file = file("own.asc", openPgp.armoredSecretKey(anna));
        assertEquals(
                List.of(kept("own.asc", anna.certificate(), Keeping.TAKEN, true, true, Acceptance.VERIFIED)),
                run(file, "wrong"));
        assertEquals(
                List.of(kept("own.asc", anna.certificate(), Keeping.MERGED, true, false, Acceptance.VERIFIED)),
                run(file, "wrong", "anna's own"));
        assertEquals(1, keyring.secretKeysFor(0).size());
        keyring.passphraseFor(keyring.ownKeys().getFirst()).orElseThrow().close();
        assertEquals(Acceptance.VERIFIED, keyring.acceptance(anna.fingerprint()));
    }

    /// People put what they send into one file.
    @Test
    void bringsInArmourOfBothKindsFromOneText() throws IOException {
        String armour = openPgp.armoredCertificates(
                        List.of(made("Anna <anna@example.org>", "a").key().certificate()))
                .latin1();
        String pem = smime("anna.der");
        for (String text : List.of(armour + pem, pem + armour, "Mine:\r\n" + pem.strip() + "\n\n" + armour + pem)) {
            List<Line> lines = run(file("both.asc", Octets.ofUtf8(text)));
            assertEquals(
                    List.of("OpenPgpV4", "X509Sha256"),
                    lines.stream()
                            .map(line -> assertInstanceOf(Line.Kept.class, line))
                            .map(kept -> kept.certificate().getClass().getSimpleName())
                            .toList());
        }
        String other = "-----BEGIN DH PARAMETERS-----\nMAA=\n-----END DH PARAMETERS-----\n";
        assertEquals(1, run(file("key.asc", Octets.ofUtf8(armour + other))).size());
        String locked = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----\n";
        assertEquals(
                3, run(file("key.asc", Octets.ofUtf8(armour + pem + locked))).size(), "the key is named");
    }

    @Test
    void aCertificateOfGpgsmIsCalledWhatItIs() throws IOException {
        Path home = Files.createDirectories(folder.resolve("gnupg"));
        Files.write(home.resolve("pubring.kbx"), new byte[] {0, 0, 0, 8, 3, 1, 0, 0});
        assertEquals(
                List.of(new Line.Skipped("pubring.kbx", "entry 1", SkipReason.SMIME_CERTIFICATE, false)), run(home));
    }

    private static String smime(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                KeyImportTest.class.getResourceAsStream("/org/waxwing/keystore/sqlite/" + name))) {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(in.readAllBytes())
                    + "\n-----END CERTIFICATE-----\n";
        }
    }

    @Test
    @Attack(44)
    void aRejectedCertificateStaysRejected() throws IOException {
        OpenPgpCertificate anna = made("Anna <anna@example.org>", "a").key().certificate();
        keyring.decide(new Decision(anna.fingerprint(), Acceptance.REJECTED, NOW, "said so"));
        assertEquals(
                1,
                run(file("a.asc", openPgp.armoredCertificates(List.of(anna)))).size());
        assertEquals(Acceptance.REJECTED, keyring.acceptance(anna.fingerprint()));
    }

    @Test
    void appliesARevocationThatComesOnItsOwn() throws IOException {
        NewKey anna = made("Anna <anna@example.org>", "a");
        OpenPgpCertificate certificate = anna.key().certificate();
        Path revocation = file("end.rev", anna.revocation());
        assertInstanceOf(Line.Skipped.class, run(revocation).getFirst());
        assertEquals(
                1,
                run(file("a.asc", openPgp.armoredCertificates(List.of(certificate))))
                        .size());
        Line.Kept ended = assertInstanceOf(Line.Kept.class, run(revocation).getFirst());
        assertEquals(Keeping.MERGED, ended.keeping());
        assertEquals(1, run(folder.resolve("a.asc")).size());
        assertEquals(
                false,
                keyring.entry(certificate.fingerprint())
                        .orElseThrow()
                        .certificate()
                        .usability(NOW)
                        .canEncrypt());
    }

    @Test
    void readsBinaryFilesAndAllKeyFilesOfAFolder() throws IOException {
        OpenPgpCertificate anna = made("Anna <anna@example.org>", "a").key().certificate();
        OpenPgpCertificate ben = made("Ben <ben@example.org>", "b").key().certificate();
        Path keys = Files.createDirectory(folder.resolve("keys"));
        Path _ = Files.write(keys.resolve("anna.gpg"), anna.encoded().toByteArray());
        Path _ = Files.write(
                keys.resolve("ben.ASC"),
                openPgp.armoredCertificates(List.of(ben)).toByteArray());
        Path _ = Files.writeString(keys.resolve("notes.txt"), "nothing of interest");
        assertEquals(
                List.of(
                        kept("anna.gpg", anna, Keeping.TAKEN, false, false, Acceptance.ACCEPTED),
                        kept("ben.ASC", ben, Keeping.TAKEN, false, false, Acceptance.ACCEPTED)),
                run(keys));
    }

    /// The same key of a version that no standard of the IETF has: its private half is missed, a stranger's
    /// certificate isn't.
    @Test
    void aPrivateKeyThatCannotBeReadIsLost() throws IOException {
        OpenPgpSecretKey anna = made("Anna <anna@example.org>", "a").key();
        for (boolean secret : List.of(true, false)) {
            byte[] key = (secret ? anna.encoded() : anna.certificate().encoded()).toByteArray();
            key[2] = 5;
            assertEquals(
                    List.of(new Line.Skipped("key.gpg", "item 1", SkipReason.LIBREPGP_VERSION, secret)),
                    run(file("key.gpg", Octets.of(key))));
        }
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        Path large = folder.resolve("large.gpg");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength((128L << 20) + 1);
        }
        assertEquals(List.of(new Line.Unreadable("large.gpg", Line.Why.TOO_LARGE)), run(large));
    }

    /// GnuPG's own samples without a passphrase, several in one file.
    @Test
    void takesKeysThatLieOpenIntoTheVaultsCare() {
        Path samples =
                Path.of(System.getProperty("waxwing.corpora", "absent"), "openpgp/gnupg/samplekeys/silent-running.asc");
        Assumptions.assumeTrue(Files.exists(samples), "the corpora are not here; waxwing.corpora says where");
        List<Line.Kept> taken = run(samples).stream()
                .filter(Line.Kept.class::isInstance)
                .map(Line.Kept.class::cast)
                .filter(Line.Kept::secret)
                .toList();
        assertTrue(taken.size() > 1, "keys: " + taken.size());
        assertTrue(taken.stream().noneMatch(Line.Kept::ownPassphrase));
        keyring.ownKeys()
                .forEach(key -> keyring.passphraseFor(key).orElseThrow().close());
    }

    @Test
    void saysWhyAFileGaveNothing() throws IOException {
        Path empty = file("empty.asc", Octets.empty());
        Path none = Files.createDirectory(folder.resolve("none"));
        assertEquals(
                List.of(
                        new Line.Unreadable("absent.asc", Line.Why.NOT_FOUND),
                        new Line.Unreadable("empty.asc", Line.Why.NOTHING_INSIDE),
                        new Line.Unreadable("none", Line.Why.NOTHING_INSIDE)),
                new KeyImport(keyring, openPgp)
                        .run(List.of(folder.resolve("absent.asc"), empty, none), List.of(), NOW)
                        .lines());
    }

    private Path file(String name, Octets content) throws IOException {
        return Files.write(folder.resolve(name), content.toByteArray());
    }

    private NewKey made(String owner, String passphrase) {
        try (Passphrase lock = Passphrase.taking(passphrase.toCharArray())) {
            return openPgp.generate(new UserId(owner), lock, NOW.minusSeconds(3600), Optional.empty());
        }
    }

    /// The list is closed in the end, whatever happens.
    @SuppressWarnings("MustBeClosedChecker")
    private List<Line> run(Path file, String... passphrases) {
        List<Passphrase> given = List.of(passphrases).stream()
                .map(text -> Passphrase.taking(text.toCharArray()))
                .toList();
        try {
            return new KeyImport(keyring, openPgp)
                    .run(List.of(file), given, NOW)
                    .lines();
        } finally {
            given.forEach(Passphrase::close);
        }
    }

    private static Line kept(
            String source,
            OpenPgpCertificate certificate,
            Keeping keeping,
            boolean secret,
            boolean ownPassphrase,
            Acceptance acceptance) {
        return new Line.Kept(
                source,
                certificate.fingerprint(),
                certificate.userIds().getFirst().text(),
                keeping,
                secret,
                ownPassphrase,
                Optional.of(acceptance));
    }
}
