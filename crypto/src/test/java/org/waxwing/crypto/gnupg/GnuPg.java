package org.waxwing.crypto.gnupg;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waxwing.crypto.mime.Octets;

/// The real gpg of this machine with a home of its own.
final class GnuPg implements AutoCloseable {
    private final Path home;

    private GnuPg(Path home) {
        this.home = home;
    }

    /// A fresh home, or the test is skipped where there is no gpg.
    static GnuPg in(Path home) {
        boolean present = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gpg")));
        assumeTrue(present, "skipped: there is no gpg on this machine");
        return new GnuPg(home);
    }

    /// Runs gpg and gives what it printed.
    @CanIgnoreReturnValue
    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "gpg", "--homedir", home.toString(), "--batch", "--yes", "--quiet", "--pinentry-mode", "loopback"));
        command.addAll(List.of(arguments));
        return execute(command);
    }

    /// A new primary key of one algorithm; gives its fingerprint.
    String generate(String owner, String algorithm, String passphrase) {
        run("--passphrase", passphrase, "--quick-gen-key", owner, algorithm, "cert,sign", "0");
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

    Octets file(String name) {
        return read(home.resolve(name));
    }

    Map<String, Octets> privateKeys() {
        return files(home.resolve("private-keys-v1.d"));
    }

    static Map<String, Octets> files(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            Map<String, Octets> files = new TreeMap<>();
            children.filter(Files::isRegularFile)
                    .forEach(file -> files.put(file.getFileName().toString(), read(file)));
            return files;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Octets read(Path file) {
        try {
            return Octets.of(Files.readAllBytes(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
