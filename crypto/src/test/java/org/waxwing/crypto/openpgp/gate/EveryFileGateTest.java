package org.waxwing.crypto.openpgp.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;

/// Every file of every set, whole and damaged, through every way into the module: each gives an outcome,
/// none throws, none takes long.
class EveryFileGateTest {
    /// What is larger is read as OpenPGP by nobody: a description of tests.
    private static final int LARGEST = 2 << 20;

    /// Larger ones are not damaged again and again.
    private static final int LARGEST_DAMAGED = 1 << 15;

    private static final long MOST_SECONDS = 120;

    private final List<String> thrown = new ArrayList<>();
    private int files;
    private int inputs;
    private long slowest;
    private String slowestName = "";

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    @Test
    void noFileOfAnySetMakesAnythingThrow() {
        SplittableRandom random = new SplittableRandom(3);
        try (Edges edges = new Edges(List.of(
                Corpora.file("interop-suite/certificates/bob-secret.pgp"),
                Corpora.file("rnp/test_stream_key_load/ecc-25519-sec.asc")))) {
            for (Path path : Corpora.files("")) {
                Octets file = Corpora.file(path);
                if (file.length() > LARGEST) {
                    continue;
                }
                files++;
                String name = Corpora.path("").relativize(path).toString();
                for (Octets form : edges.forms(file)) {
                    everywhere(edges, name, form);
                    through(name + " in use", form, edges::use);
                }
                for (Octets damaged : damaged(file, random)) {
                    everywhere(edges, name + ", damaged", damaged);
                }
            }
        }
        thrown.forEach(System.out::println);
        System.out.printf(
                Locale.ROOT,
                "every file: %d files, %d inputs, thrown %d; slowest %d ms (%s)%n",
                files,
                inputs,
                thrown.size(),
                slowest / 1_000_000,
                slowestName);
        assertEquals(List.of(), thrown);
        assertTrue(files > 1_200, "files: " + files);
    }

    private void everywhere(Edges edges, String name, Octets bytes) {
        inputs++;
        through(name + " as a message", bytes, edges::message);
        through(name + " as a signature", bytes, edges::signature);
        through(name + " as a key file", bytes, edges::keyFile);
        through(name + " as a file of a home", bytes, edges::homeFile);
    }

    // The very thing in question: whatever is thrown is a finding.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private void through(String name, Octets bytes, Consumer<Octets> edge) {
        long start = System.nanoTime();
        try {
            edge.accept(bytes);
        } catch (Throwable finding) {
            StackTraceElement[] stack = finding.getStackTrace();
            thrown.add(name + ": " + finding + " at " + Arrays.asList(stack).subList(0, Math.min(6, stack.length)));
        }
        long took = System.nanoTime() - start;
        if (took > slowest) {
            slowest = took;
            slowestName = name;
        }
        if (took > MOST_SECONDS * 1_000_000_000L) {
            thrown.add(name + ": took " + took / 1_000_000_000L + " s");
        }
    }

    /// Cut once, and changed in a few bits, the same in every run.
    private static List<Octets> damaged(Octets file, SplittableRandom random) {
        if (file.length() > LARGEST_DAMAGED || file.length() < 2) {
            return List.of();
        }
        byte[] changed = file.toByteArray().clone();
        for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return List.of(file.slice(0, 1 + random.nextInt(file.length() - 1)), Octets.of(changed));
    }
}
