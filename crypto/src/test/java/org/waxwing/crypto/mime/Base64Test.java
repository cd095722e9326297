package org.waxwing.crypto.mime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Base64Test {
    private static final int[] LENGTHS = {0, 1, 2, 3, 56, 57, 58, 49_151, 49_152, 49_153, 58_368, 58_369, 200_003};

    private static byte[] some(int length) {
        byte[] octets = new byte[length];
        new Random(length).nextBytes(octets);
        return octets;
    }

    private static String decoded(String code) {
        return TransferEncoding.BASE64.decode(Octets.ofUtf8(code)).latin1();
    }

    @Test
    void readsLinesOfEveryLengthWithEveryEnd() {
        for (int length : LENGTHS) {
            for (int line : new int[] {4, 60, 64, 72, 76, 1000, 400_000}) {
                for (String end : new String[] {"\r\n", "\n", " \t\r\n", "\r\n\r\n"}) {
                    byte[] text = some(length);
                    byte[] code = Base64.getMimeEncoder(line, end.getBytes(StandardCharsets.US_ASCII))
                            .encode(text);
                    assertArrayEquals(
                            text,
                            TransferEncoding.BASE64.decode(Octets.of(code)).toByteArray(),
                            length + " in lines of " + line);
                }
            }
        }
    }

    @Test
    void readsWhatComesInPieces() throws IOException {
        byte[] text = some(150_001);
        byte[] code = Base64.getMimeEncoder().encode(text);
        for (int piece : new int[] {1, 3, 77, 4096}) {
            InputStream slow = new ByteArrayInputStream(code) {
                @Override
                public synchronized int read(byte[] into, int from, int count) {
                    return super.read(into, from, Math.min(count, piece));
                }
            };
            try (Base64Input in = new Base64Input(slow)) {
                assertArrayEquals(text, in.readAllBytes(), "in pieces of " + piece);
            }
        }
        try (Base64Input in = new Base64Input(new ByteArrayInputStream(code))) {
            assertEquals(text[0] & 0xFF, in.read());
            assertEquals(text[1] & 0xFF, in.read());
        }
    }

    @Test
    void passesOverWhatIsNoCode() {
        byte[] text = some(100_000);
        String clean = Base64.getMimeEncoder().encodeToString(text);
        String littered = clean.replace("A", "A!").replace("k\r", "\u0000k*\r").replace("zz", "z\n-z");
        assertArrayEquals(
                text, TransferEncoding.BASE64.decode(Octets.ofUtf8(littered)).toByteArray());
        assertEquals("Man", decoded("\r\n\r\n T-W F.u"));
        assertEquals("", decoded("!!!!"));
        assertEquals("", decoded("===="));
    }

    @Test
    void readsCodesThatWereGluedTogether() {
        assertEquals("MaM", decoded("TWE=TQ"));
        assertEquals("MMa", decoded("TQ==TWE="));
        assertEquals("MM", decoded("TQ=TQ==\r\n"));
        byte[] text = some(49_150);
        String code = Base64.getMimeEncoder().encodeToString(text);
        byte[] twice = TransferEncoding.BASE64
                .decode(Octets.ofUtf8(code + "\r\n" + code))
                .toByteArray();
        assertEquals(2 * text.length, twice.length);
        assertArrayEquals(text, Arrays.copyOfRange(twice, text.length, twice.length));
    }

    @Test
    void readsWhatWasCutOff() {
        assertEquals("Ma", decoded("TWE"));
        assertEquals("M", decoded("TQ"));
        assertEquals("Man", decoded("TWFuT"));
        assertEquals("", decoded("T"));
    }

    @Test
    void writesWhatThePlatformReads() throws IOException {
        for (int length : LENGTHS) {
            byte[] text = some(length);
            ByteArrayOutputStream made = new ByteArrayOutputStream();
            try (Base64Output out = new Base64Output(made)) {
                out.write(text, 0, length / 2);
                out.write(text, length / 2, length - length / 2);
            }
            String expected = Base64.getMimeEncoder().encodeToString(text) + (length == 0 ? "" : "\r\n");
            assertEquals(expected, made.toString(StandardCharsets.US_ASCII));
            assertEquals(
                    length == 0 ? "\r\n" : expected,
                    MimeText.base64(Octets.of(text)).latin1());
        }
    }
}
