package org.waxwing.keystore.transfer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The real gpg of this machine with a home of its own; its agent ends with it.
final class GnuPgProgram implements AutoCloseable {
    private final Path home;

    private GnuPgProgram(Path home) {
        this.home = home;
    }

    static boolean isHere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gpg")));
    }

    /// A fresh home, or the test is skipped where there is no gpg.
    static GnuPgProgram in(Path home) {
        assumeTrue(isHere(), "skipped: there is no gpg on this machine");
        try {
            Files.createDirectories(home);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new GnuPgProgram(home);
    }

    Path home() {
        return home;
    }

    @CanIgnoreReturnValue
    String run(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("gpg", "--homedir", home.toString(), "--batch", "--yes", "--quiet", "--no-permission-warning"));
        command.addAll(List.of("--pinentry-mode", "loopback", "--trust-model", "always"));
        command.addAll(List.of(arguments));
        return execute(command);
    }

    /// Runs gpg and gives the processor time that it took, as the shell counts it.
    Duration processorTime(String... arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "gpg \"$@\" && times", "sh"));
        command.addAll(List.of("--homedir", home.toString(), "--batch", "--yes", "--quiet"));
        command.addAll(List.of("--no-permission-warning"));
        command.addAll(List.of(arguments));
        // The last line is for the children: user and system, each as 1m2.345s.
        String times = execute(command).lines().reduce((_, last) -> last).orElseThrow();
        return Stream.of(times.strip().split(" "))
                .map(time -> Duration.parse("PT" + time.toUpperCase(Locale.ROOT)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// A new primary key of one algorithm; gives its fingerprint.
    @CanIgnoreReturnValue
    String generate(String owner, String algorithm, String passphrase, String expire) {
        run("--passphrase", passphrase, "--quick-gen-key", owner, algorithm, "cert,sign", expire);
        return run("--with-colons", "--list-keys", "=" + owner)
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .findFirst()
                .orElseThrow()
                .split(":")[9];
    }

    void addSubkey(String fingerprint, String algorithm, String usage, String passphrase) {
        run("--passphrase", passphrase, "--quick-add-key", fingerprint, algorithm, usage, "0");
    }

    @CanIgnoreReturnValue
    private static String execute(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed: " + printed);
            }
            return printed;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        execute(List.of("gpgconf", "--homedir", home.toString(), "--kill", "all"));
    }
}
