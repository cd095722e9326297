package org.waxwing.crypto.openpgp.bulk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.bcpg.SymmetricKeyUtils;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.AEADBlockCipher;
import org.bouncycastle.crypto.modes.CFBBlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.OCBBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;

/// The processor's instructions give what Bouncy Castle's own implementations give, at every length.
class BulkAgainstBouncyCastleTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHUNK = 1 << 16;

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static List<Integer> lengths() {
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i <= 70; i++) {
            lengths.add(i);
        }
        for (int edge : List.of(1 << 13, CHUNK)) {
            for (int near : List.of(-23, -22, -18, -17, -16, -1, 0, 1, 15, 16, 17, 22, 40)) {
                lengths.add(edge + near);
            }
        }
        for (int i = 0; i < 5; i++) {
            lengths.add(RANDOM.nextInt(3 * CHUNK));
        }
        return lengths;
    }

    @Test
    void cipherFeedbackBothWays() throws IOException {
        for (int keyLength : List.of(16, 24, 32)) {
            byte[] key = random(keyLength);
            for (int length : lengths()) {
                byte[] text = random(length);
                CFBBlockCipher expected = (CFBBlockCipher) CFBBlockCipher.newInstance(AESEngine.newInstance(), 128);
                expected.init(true, new ParametersWithIV(new KeyParameter(key), new byte[16]));
                byte[] sealed = new byte[length];
                expected.processBytes(text, 0, length, sealed, 0);

                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (OutputStream cfb = new CfbOutput(out, new CfbEncryption(key, CfbOutput.UNIT))) {
                    scattered(text, cfb);
                }
                assertArrayEquals(sealed, out.toByteArray(), "CFB " + length);

                byte[] back = sealed.clone();
                new CfbDecryption(BlockEncryption.aes(key), (length + 31) / 16 * 16).process(back, 0, length);
                assertArrayEquals(text, back, "CFB back " + length);
            }
        }
    }

    private static void scattered(byte[] text, OutputStream out) throws IOException {
        int at = 0;
        while (at < text.length) {
            int count = Math.min(text.length - at, 1 + RANDOM.nextInt(CHUNK + 100));
            if (count == 1) {
                out.write(text[at]);
            } else {
                out.write(text, at, count);
            }
            at += count;
        }
    }

    @Test
    void chunksOfOcbAndGcm() throws Exception {
        for (int cipher : List.of(7, 8, 9)) {
            byte[] key = random(SymmetricKeyUtils.getKeyLengthInOctets(cipher));
            for (int mode : List.of(ChunkCipher.OCB, ChunkCipher.GCM)) {
                ChunkCipher ours = ChunkCipher.of(cipher, mode, key).orElseThrow();
                for (int length : lengths()) {
                    byte[] nonce = random(ChunkCipher.nonceLength(mode).orElseThrow());
                    byte[] associated = random(RANDOM.nextInt(40));
                    byte[] text = random(length);
                    byte[] expected = expected(mode, key, nonce, associated, text);
                    byte[] sealed = new byte[length + 16];
                    ours.seal(nonce, associated, text, 0, length, sealed, 0);
                    assertArrayEquals(expected, sealed, "mode " + mode + " length " + length);
                    byte[] back = new byte[length + 16];
                    assertTrue(ours.open(nonce, associated, sealed, 0, sealed.length, back, 0));
                    assertArrayEquals(text, Arrays.copyOf(back, length));
                    sealed[RANDOM.nextInt(sealed.length)] ^= 4;
                    assertFalse(ours.open(nonce, associated, sealed, 0, sealed.length, back, 0));
                }
            }
        }
    }

    private static byte[] expected(int mode, byte[] key, byte[] nonce, byte[] associated, byte[] text)
            throws Exception {
        BlockCipher engine = AESEngine.newInstance();
        AEADBlockCipher cipher = mode == ChunkCipher.OCB
                ? new OCBBlockCipher(engine, AESEngine.newInstance())
                : GCMBlockCipher.newInstance(engine);
        cipher.init(true, new AEADParameters(new KeyParameter(key), 128, nonce, associated));
        byte[] out = new byte[text.length + 16];
        int done = cipher.processBytes(text, 0, text.length, out, 0);
        cipher.doFinal(out, done);
        return out;
    }

    /// The first samples of RFC 7253 appendix A.
    @Test
    void theSamplesOfTheStandard() {
        java.util.HexFormat hex = java.util.HexFormat.of().withUpperCase();
        ChunkCipher ocb = new OcbCipher(BlockEncryption.aes(hex.parseHex("000102030405060708090A0B0C0D0E0F")));
        byte[] empty = new byte[16];
        ocb.seal(hex.parseHex("BBAA99887766554433221100"), new byte[0], new byte[0], 0, 0, empty, 0);
        assertEquals("785407BFFFC8AD9EDCC5520AC9111EE6", hex.formatHex(empty));
        byte[] text = hex.parseHex("0001020304050607");
        byte[] sealed = new byte[text.length + 16];
        ocb.seal(hex.parseHex("BBAA99887766554433221101"), text, text, 0, text.length, sealed, 0);
        assertEquals("6820B3657B6F615A5725BDA0D3B4EB3A257C9AF1F8F03009", hex.formatHex(sealed));
    }

    @Test
    void everyChangeAtTheBordersOfChunksIsFound() throws IOException {
        EncryptedDataHeader header = new EncryptedDataHeader(18, 9, ChunkCipher.OCB, 0, Octets.of(random(32)));
        byte[] key = random(32);
        for (int length : List.of(0, 1, 63, 64, 65, 128, 200)) {
            byte[] text = random(length);
            byte[] sealed = sealed(header, key, text);
            assertArrayEquals(text, opened(header, key, sealed));
            for (int at = 0; at < sealed.length; at++) {
                byte[] changed = sealed.clone();
                changed[at] ^= 1;
                assertThrows(NotIntactException.class, () -> opened(header, key, changed), length + " flipped " + at);
            }
            for (int cut = 0; cut < sealed.length; cut++) {
                byte[] shorter = Arrays.copyOf(sealed, cut);
                assertThrows(NotIntactException.class, () -> opened(header, key, shorter), length + " cut to " + cut);
            }
            byte[] longer = Arrays.copyOf(sealed, sealed.length + 80);
            assertThrows(NotIntactException.class, () -> opened(header, key, longer));
        }
        byte[] twoChunks = sealed(header, key, random(128));
        byte[] swapped = twoChunks.clone();
        System.arraycopy(twoChunks, 0, swapped, 80, 80);
        System.arraycopy(twoChunks, 80, swapped, 0, 80);
        assertThrows(NotIntactException.class, () -> opened(header, key, swapped));
        byte[] dropped = Arrays.copyOfRange(twoChunks, 80, twoChunks.length);
        assertThrows(NotIntactException.class, () -> opened(header, key, dropped));
    }

    private static byte[] sealed(EncryptedDataHeader header, byte[] key, byte[] text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream chunks = new ChunkedOutput(out, header.chunks(key).orElseThrow())) {
            scattered(text, chunks);
        }
        return out.toByteArray();
    }

    private static byte[] opened(EncryptedDataHeader header, byte[] key, byte[] sealed) throws IOException {
        try (InputStream in = DataDecryption.chunked(new ByteArrayInputStream(sealed), header, key)
                .orElseThrow()) {
            return in.readAllBytes();
        }
    }

    @Test
    void hashesCloneInTheMiddle() throws CloneNotSupportedException {
        for (int algorithm : List.of(1, 2, 3, 8, 9, 10, 11, 12, 14)) {
            java.security.MessageDigest hash = Hashes.of(algorithm).orElseThrow();
            hash.update(random(100));
            java.security.MessageDigest copy = (java.security.MessageDigest) hash.clone();
            assertArrayEquals(hash.digest(), copy.digest());
        }
        assertEquals(java.util.Optional.empty(), Hashes.of(99));
    }
}
