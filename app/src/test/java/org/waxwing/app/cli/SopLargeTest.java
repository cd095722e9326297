package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.cli.sop.TemporarySpool;
import org.waxwing.crypto.secret.Spool;

/// What is too long to wait in memory.
class SopLargeTest {
    private static final int LENGTH = 20 << 20;

    @TempDir
    Path spool = Path.of(".");

    private final Shell shell = new Shell(World.withoutAProfile());

    @Test
    void decryptsWhatWaitsInAFileAndLeavesNone() throws IOException {
        byte[] text = new byte[LENGTH];
        new Random(20).nextBytes(text);
        byte[] sealed = encrypted(text);
        Shell.Left left = decrypted(sealed);
        assertEquals(0, left.code(), left.err());
        assertArrayEquals(text, left.bytes());
        assertEquals(List.of(), files());
        for (int at : List.of(sealed.length / 2, sealed.length - 1)) {
            byte[] altered = sealed.clone();
            altered[at] ^= 1;
            Shell.Left refused = decrypted(altered);
            assertEquals(29, refused.code(), refused.err());
            assertEquals(0, refused.bytes().length);
            assertEquals(List.of(), files());
        }
    }

    @Test
    void readsWhatWaitsAsOftenAsWanted() throws IOException {
        byte[] bytes = {1, 2, 3};
        try (Spool.Place place = new TemporarySpool(spool, new SecureRandom()).open()) {
            try (OutputStream out = place.write()) {
                out.write(bytes);
            }
            for (int time = 0; time < 2; time++) {
                try (InputStream in = place.read()) {
                    assertArrayEquals(bytes, in.readAllBytes());
                }
            }
        }
        assertEquals(List.of(), files());
    }

    @Test
    void saysWhenThereIsNoPlaceToWait() {
        byte[] sealed = encrypted(new byte[LENGTH]);
        Shell.Left left =
                shell.waitingIn(spool.resolve("missing")).reading(sealed).run(words("decrypt"));
        assertEquals(74, left.code(), left.err());
        assertEquals(0, left.bytes().length);
    }

    private byte[] encrypted(byte[] text) {
        return shell.reading(text).run(words("encrypt", "--no-armor")).bytes();
    }

    private Shell.Left decrypted(byte[] message) {
        return shell.waitingIn(spool).reading(message).run(words("decrypt"));
    }

    private static List<String> words(String... subcommand) {
        return Stream.of(Stream.of("sop"), Stream.of(subcommand), Stream.of("--with-password", "@ENV:PASSWORD"))
                .flatMap(words -> words)
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.list(spool)) {
            return found.map(Path::toString).toList();
        }
    }
}
