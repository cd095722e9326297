package org.waxwing.keystore.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.Keyrings;
import org.waxwing.keystore.vault.Vault;
import org.waxwing.keystore.vault.VaultOpening;

/// Measures the import of many certificates (Ed25519 with Curve25519) against `gpg --import` of the same
/// file, in one run; prints wall time and processor time of both. Ours is measured in a warm process: two
/// imports come first, each into a keyring of its own. Every import begins with an engine that has seen
/// nothing, so that no verdict is remembered. A program for people, not a test: no figure of it passes or
/// fails.
final class ImportSpeed {
    private static final int WARM_UPS = 2;

    private ImportSpeed() {}

    private record Taken(Duration wall, Duration processor) {
        static Taken by(Supplier<Object> work) {
            Duration before = spent();
            long start = System.nanoTime();
            Object _ = work.get();
            return new Taken(Duration.ofNanos(System.nanoTime() - start), spent().minus(before));
        }

        private static Duration spent() {
            return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        }

        void print(String what) {
            System.out.printf(
                    Locale.ROOT, "%-52s %8d ms wall %8d ms CPU%n", what, wall.toMillis(), processor.toMillis());
        }
    }

    /// @param arguments how many certificates, 10,000 when not said; then `ours` to leave gpg out, or a
    ///   number of seconds of processor time that gpg was measured to take
    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Path folder = Files.createTempDirectory("waxwing-import-speed");
        Path file = ring(count);
        System.out.printf("%d certificates, %d KB%n", count, Files.size(file) / 1024);
        for (int i = 0; i < WARM_UPS; i++) {
            ours(folder.resolve("warm-up" + i), file, count).print("Waxwing, warming up");
        }
        Taken ours = ours(folder.resolve("measured"), file, count);
        ours.print("Waxwing, warm, durable and verified");
        if (arguments.length > 1 && arguments[1].equals("ours")) {
            return;
        }
        if (!GnuPgProgram.isHere()) {
            System.out.println("no gpg on this machine to compare with");
            return;
        }
        Taken theirs = theirs(folder, file);
        theirs.print("gpg --import");
        System.out.printf(
                Locale.ROOT,
                "ratio: wall %.1f, CPU %.1f%n",
                (double) theirs.wall().toMillis() / ours.wall().toMillis(),
                (double) theirs.processor().toMillis() / ours.processor().toMillis());
        ours(folder.resolve("2"), folder.resolve("gnupg"), count).print("Waxwing, straight from the home gpg made");
    }

    /// Made once for each number and kept.
    private static Path ring(int count) throws IOException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "waxwing-ring-of-" + count + ".asc");
        if (!Files.exists(file)) {
            OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
            Files.write(
                    file,
                    openPgp.armoredCertificates(certificates(openPgp, count)).toByteArray());
        }
        return file;
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

    private static Taken ours(Path folder, Path source, int count) throws IOException {
        Files.createDirectories(folder);
        OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
        Taken taken;
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray());
                Vault vault = Vault.create(folder.resolve("vault"), passphrase);
                Keyring keyring = Keyrings.open(folder.resolve("keyring.db"), vault, openPgp)) {
            taken = Taken.by(() -> new KeyImport(keyring, openPgp).run(List.of(source), List.of(), Instant.now()));
        }
        // Another program start: nothing is remembered but what lies on the disk.
        OpenPgp later = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray());
                Vault vault = opened(folder.resolve("vault"), passphrase);
                Keyring keyring = Keyrings.open(folder.resolve("keyring.db"), vault, later)) {
            List<Integer> found = new ArrayList<>();
            Taken.by(() -> found.add(keyring.entries().size())).print("  reading the whole keyring at the next start");
            if (found.getFirst() != count) {
                throw new IllegalStateException("only " + found);
            }
        }
        return taken;
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Vault opened(Path file, Passphrase passphrase) {
        if (Vault.open(file, passphrase) instanceof VaultOpening.Open(Vault vault)) {
            return vault;
        }
        throw new IllegalStateException("the vault doesn't open");
    }

    private static Taken theirs(Path folder, Path file) {
        try (GnuPgProgram gpg = GnuPgProgram.in(folder.resolve("gnupg"))) {
            long start = System.nanoTime();
            Duration processor = gpg.processorTime("--import", file.toString());
            return new Taken(Duration.ofNanos(System.nanoTime() - start), processor);
        }
    }
}
