package org.waxwing.keystore.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.Keyrings;
import org.waxwing.keystore.vault.Vault;

/// Measures the import of many certificates against `gpg --import` of the same file, in one run; prints
/// both times. A program for people, not a test: no figure of it passes or fails.
final class ImportSpeed {
    private ImportSpeed() {}

    /// @param arguments how many certificates; 1,000 when not said
    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        Path folder = Files.createTempDirectory("waxwing-import-speed");
        OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
        Path file = folder.resolve("certificates.asc");
        Files.write(
                file, openPgp.armoredCertificates(certificates(openPgp, count)).toByteArray());
        Duration ours = ours(openPgp, folder, file, count);
        System.out.printf("%d certificates, %d KB%n", count, Files.size(file) / 1024);
        System.out.printf("Waxwing, cold, durable and verified: %d ms%n", ours.toMillis());
        if (GnuPgProgram.isHere()) {
            Duration theirs = theirs(folder, file);
            System.out.printf("gpg --import: %d ms%n", theirs.toMillis());
            System.out.printf("ratio: %.1f%n", (double) theirs.toMillis() / ours.toMillis());
            Path home = folder.resolve("gnupg");
            System.out.printf(
                    "Waxwing, straight from the home gpg made: %d ms%n",
                    ours(openPgp, folder.resolve("2"), home, count).toMillis());
        } else {
            System.out.println("no gpg on this machine to compare with");
        }
    }

    private static List<OpenPgpCertificate> certificates(OpenPgp openPgp, int count) {
        List<OpenPgpCertificate> certificates = new ArrayList<>();
        Instant then = Instant.now().minus(Duration.ofDays(1));
        try (Passphrase lock = Passphrase.taking("0123456789abcdef0123456789abcdef".toCharArray())) {
            for (int i = 0; i < count; i++) {
                UserId owner = new UserId("Anna " + i + " <anna" + i + "@example.org>");
                certificates.add(openPgp.generate(owner, lock, LockStrength.RANDOM_SECRET, then, Optional.empty())
                        .key()
                        .certificate());
            }
        }
        return certificates;
    }

    private static Duration ours(OpenPgp openPgp, Path folder, Path source, int count) throws IOException {
        Files.createDirectories(folder);
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray());
                Vault vault = Vault.create(folder.resolve("vault"), passphrase);
                Keyring keyring = Keyrings.open(folder.resolve("keyring.db"), vault, openPgp)) {
            long start = System.nanoTime();
            ImportReport report = new KeyImport(keyring, openPgp).run(List.of(source), List.of(), Instant.now());
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            if (keyring.entries().size() != count) {
                throw new IllegalStateException("only " + keyring.entries().size() + ": " + report);
            }
            return taken;
        }
    }

    private static Duration theirs(Path folder, Path file) {
        try (GnuPgProgram gpg = GnuPgProgram.in(folder.resolve("gnupg"))) {
            long start = System.nanoTime();
            gpg.run("--import", file.toString());
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }
}
