package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.LetterFuzz;
import org.waxwing.crypto.gnupg.KeyboxFuzz;
import org.waxwing.crypto.gnupg.PrivateKeyFuzz;
import org.waxwing.crypto.mime.HeaderFuzz;
import org.waxwing.crypto.mime.MimeFuzz;
import org.waxwing.crypto.smime.CmsFuzz;
import org.waxwing.crypto.smime.IdentityFuzz;
import org.waxwing.crypto.smime.X509Fuzz;

/// Every target of `packaging/acceptance/fuzz.sh` over its seeds, over what fuzzing found once, and over
/// some thousand changes of each that are the same in every run.
class FuzzRegressionTest {
    private static final int CHANGES = 60;

    @Test
    void framer() throws IOException {
        holds("framer", FramerFuzz::fuzzerTestOneInput);
    }

    @Test
    void armor() throws IOException {
        holds("armor", ArmorFuzz::fuzzerTestOneInput);
    }

    @Test
    void certificate() throws IOException {
        holds("certificate", CertificateFuzz::fuzzerTestOneInput);
    }

    @Test
    void message() throws IOException {
        holds("message", MessageFuzz::fuzzerTestOneInput);
    }

    @Test
    void keybox() throws IOException {
        holds("keybox", KeyboxFuzz::fuzzerTestOneInput);
    }

    @Test
    void privateKey() throws IOException {
        holds("private-key", PrivateKeyFuzz::fuzzerTestOneInput);
    }

    @Test
    void mime() throws IOException {
        holds("mime", MimeFuzz::fuzzerTestOneInput);
    }

    @Test
    void header() throws IOException {
        holds("header", HeaderFuzz::fuzzerTestOneInput);
    }

    @Test
    void cms() throws IOException {
        holds("cms", CmsFuzz::fuzzerTestOneInput);
    }

    @Test
    void identity() throws IOException {
        holds("identity", IdentityFuzz::fuzzerTestOneInput);
    }

    @Test
    void x509() throws IOException {
        holds("x509", X509Fuzz::fuzzerTestOneInput);
    }

    @Test
    void letter() throws IOException {
        holds("letter", LetterFuzz::fuzzerTestOneInput);
    }

    private static void holds(String target, Consumer<byte[]> read) throws IOException {
        SplittableRandom random = new SplittableRandom(target.hashCode());
        List<byte[]> seeds = new ArrayList<>(FuzzSeeds.of(target));
        seeds.addAll(findings(target));
        assertTimeout(Duration.ofMinutes(2), () -> {
            for (byte[] seed : seeds) {
                read.accept(seed);
                for (int i = 0; i < CHANGES; i++) {
                    read.accept(Mutations.one(seed, random));
                }
            }
        });
    }

    private static List<byte[]> findings(String target) throws IOException {
        Path folder = Path.of("src/test/resources/fuzz", target);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<byte[]> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                found.add(Files.readAllBytes(file));
            }
        }
        return found;
    }
}
