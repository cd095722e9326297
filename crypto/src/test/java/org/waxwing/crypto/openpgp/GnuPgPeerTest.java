package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.everyone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// What we write GnuPG reads, and the other way round.
class GnuPgPeerTest {
    private static final Octets TEXT = Octets.ofUtf8("Meet me at noon.\r\n");

    @TempDir
    private Path home;

    @BeforeEach
    void needsGnuPg() throws IOException, InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("gpg", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            there = false;
        }
        Assumptions.assumeTrue(there, "skipped: there is no gpg on the path");
    }

    private record Ran(int exit, Octets out, String err) {}

    private Ran gpg(Octets stdin, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "gpg",
                "--homedir",
                home.toString(),
                "--batch",
                "--no-tty",
                "--trust-model",
                "always",
                "--pinentry-mode",
                "loopback",
                "--passphrase",
                "correct horse"));
        command.addAll(List.of(arguments));
        Path errors = home.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        Thread.ofVirtual().start(() -> {
            try (var in = process.getOutputStream()) {
                stdin.writeTo(in);
            } catch (IOException _) {
                // gpg stopped reading; its exit code says why.
            }
        });
        try (InputStream out = process.getInputStream()) {
            Octets all = Octets.readAll(out);
            return new Ran(process.waitFor(), all, Files.readString(errors, StandardCharsets.UTF_8));
        }
    }

    @Test
    void gnuPgImportsAndUsesBothHalvesOfOurKey() throws IOException, InterruptedException {
        Instant now = Instant.now();
        Ran imported = gpg(ENGINE.armoredSecretKey(ANNA), "--import");
        assertEquals(0, imported.exit(), imported.err());
        Ran decrypted = gpg(sealedForGnuPg(), "--decrypt");
        assertEquals(0, decrypted.exit(), decrypted.err());
        assertEquals(TEXT, decrypted.out());
        assertTrue(decrypted.err().contains("Good signature"), decrypted.err());
        Ran signed = gpg(TEXT, "--detach-sign", "--armor", "-u", "anna@example.org");
        assertEquals(0, signed.exit(), signed.err());
        assertInstanceOf(
                SignatureOutcome.Valid.class,
                ENGINE.verify(TEXT, signed.out(), CertificateSource.of(List.of(ANNA.certificate())), now)
                        .getFirst());
        Ran revoked = gpg(People.ANNA_NEW.revocation(), "--import");
        assertTrue(revoked.err().contains("revocation certificate imported"), revoked.err());
    }

    /// Sealed by the ordinary road for a key that was made here: such a key must not ask for what GnuPG
    /// can't read.
    private static Octets sealedForGnuPg() {
        Production production =
                ENGINE.signAndEncrypt(TEXT, ANNA, List.of(ANNA.certificate()), everyone(), Instant.now());
        return assertInstanceOf(Production.Made.class, production).octets();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa2048", "ed25519/cv25519", "nistp256", "nistp384", "nistp521", "brainpoolP256r1"})
    void weUseTheKeysOfGnuPgAndItReadsOurLetters(String algorithm) throws IOException, InterruptedException {
        String[] algorithms = algorithm.split("/");
        assertEquals(
                0,
                gpg(Octets.empty(), "--quick-gen-key", "ben@example.org", algorithms[0], "sign", "0")
                        .exit());
        String fingerprint = gpg(Octets.empty(), "--with-colons", "--list-keys")
                .out()
                .latin1()
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.split(":")[9])
                .findFirst()
                .orElseThrow();
        Ran added =
                gpg(Octets.empty(), "--quick-add-key", fingerprint, algorithms[algorithms.length - 1], "encrypt", "0");
        assertEquals(0, added.exit(), added.err());
        Octets exported = gpg(Octets.empty(), "--export-secret-keys").out();
        Item.SecretKeyFound found = assertInstanceOf(
                Item.SecretKeyFound.class, ENGINE.read(exported).items().getFirst());
        assertTrue(found.passphraseNeeded());
        OpenPgpSecretKey ben = relocked(found.key());
        Instant now = Instant.now();

        Octets ours = assertInstanceOf(
                        Production.Made.class,
                        ENGINE.signAndEncrypt(TEXT, ben, List.of(ben.certificate()), everyone(), now))
                .octets();
        Ran decrypted = gpg(ours, "--decrypt");
        assertEquals(0, decrypted.exit(), decrypted.err());
        assertEquals(TEXT, decrypted.out());
        assertTrue(decrypted.err().contains("Good signature"), decrypted.err());

        Octets theirs = gpg(TEXT, "--sign", "--encrypt", "--armor", "-r", "ben@example.org")
                .out();
        Decryption.Decrypted opened = assertInstanceOf(
                Decryption.Decrypted.class,
                ENGINE.decrypt(
                        theirs,
                        SecretKeySource.of(List.of(ben)),
                        CertificateSource.of(List.of(ben.certificate())),
                        everyone(),
                        now));
        assertEquals(TEXT, opened.plaintext());
        assertInstanceOf(SignatureOutcome.Valid.class, opened.signatures().getFirst());
    }

    private static OpenPgpSecretKey relocked(OpenPgpSecretKey key) {
        try (Passphrase from = People.passphrase();
                Passphrase to = People.passphrase()) {
            return assertInstanceOf(Relocking.Relocked.class, ENGINE.relock(key, from, to, LockStrength.RANDOM_SECRET))
                    .key();
        }
    }
}
