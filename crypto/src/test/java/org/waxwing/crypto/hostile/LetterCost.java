package org.waxwing.crypto.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// What one letter costs, as a program: `write FOLDER OCTETS` makes the hostile letters, `open FILE` opens
/// one and prints the seconds of the processor, compiler and collector included, and what came of it.
public final class LetterCost {
    private LetterCost() {}

    /// @param arguments as above
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("write")) {
            write(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        } else {
            open(Path.of(arguments[1]));
        }
    }

    private static void write(Path folder, int size) throws IOException {
        for (Map.Entry<String, IntFunction<Octets>> kind : HostileLetters.all().entrySet()) {
            Path file = folder.resolve(kind.getKey().replace(' ', '-').replace(",", "") + ".eml");
            try (var out = Files.newOutputStream(file)) {
                kind.getValue().apply(size).writeTo(out);
            }
        }
    }

    private static void open(Path file) throws IOException {
        Opener opener = Opener.with(
                OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current()), Smime.with(new SecureRandom()));
        try (InputStream in = Files.newInputStream(file)) {
            Octets letter = Octets.readAll(in);
            double start = processor();
            Opening opening = opener.open(
                    letter,
                    SecretKeySource.of(List.of()),
                    CertificateSource.none(),
                    _ -> Optional.empty(),
                    Instant.parse("2026-11-24T12:00:00Z"));
            var _ = Opener.outerFields(letter);
            String outcome = switch (opening) {
                case Opening.Opened _ -> "opened";
                case Opening.Unproven _ -> "unproven";
                case Opening.Locked _ -> "locked";
                case Opening.Unopenable(Opening.Reason reason) -> reason.toString();
            };
            System.out.printf(Locale.ROOT, "%6.2f s  %s%n", processor() - start, outcome);
        }
    }

    private static double processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }
}
