package org.waxwing.crypto.mime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is handed on without a copy is the same as what is read, however much is asked for at once.
final class LendingTest {
    private static final byte[] TEXT = new byte[200_003];

    static {
        new Random(1).nextBytes(TEXT);
    }

    /// Takes arrays over and copies what is written, by turns.
    private static Octets.Collector collected() {
        Octets.Collector all = new Octets.Collector(10);
        for (int from = 0, piece = 1; from < TEXT.length; piece++) {
            int some = Math.min(37 * piece, TEXT.length - from);
            if (piece % 3 == 0) {
                all.write(TEXT, from, some);
            } else {
                // Longer than what is taken of it: what is written next may stand in the rest.
                all.take(Arrays.copyOf(Arrays.copyOfRange(TEXT, from, from + some), some + piece), some);
            }
            from += some;
        }
        return all;
    }

    private static byte[] lent(InputStream in, int most) throws IOException {
        Lending lender = assertInstanceOf(Lending.class, in);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int some = lender.lend(all, most), before = 0; some >= 0; some = lender.lend(all, most)) {
            assertEquals(before + some, all.size());
            before = all.size();
        }
        return all.toByteArray();
    }

    @Test
    void lendsFromOneArrayFromManyAndFromCode() throws IOException {
        byte[] code = Base64.getMimeEncoder().encode(TEXT);
        for (int most : new int[] {1, 4096, 1 << 20}) {
            assertArrayEquals(TEXT, lent(collected().stream(), most));
            assertArrayEquals(TEXT, lent(Octets.of(TEXT).stream(), most));
            assertArrayEquals(TEXT, lent(new Base64Input(new ByteArrayInputStream(code)), most));
        }
        assertArrayEquals(new byte[0], lent(Octets.empty().stream(), 1));
        assertArrayEquals(new byte[0], lent(new Octets.Collector(0).stream(), 1));
    }

    @Test
    void readsWhatWasTakenOver() throws IOException {
        try (InputStream in = collected().stream()) {
            assertEquals(TEXT[0] & 0xFF, in.read());
            assertArrayEquals(Arrays.copyOfRange(TEXT, 1, TEXT.length), in.readAllBytes());
            assertEquals(-1, in.read());
        }
        Octets.Collector all = collected();
        assertEquals(TEXT.length, all.length());
        assertEquals(Octets.of(TEXT), all.take());
        assertThrows(IndexOutOfBoundsException.class, () -> all.take(new byte[3], 4));
    }
}
