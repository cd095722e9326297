package org.waxwing.crypto.openpgp;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What nothing on this machine and this platform can be quicker than: the bare ciphers and hashes that
/// a message of each version needs, over memory that the processor has at hand, in processor seconds.
public final class SpeedFloor {
    private static final int PIECE = 1 << 16;
    private static final int RUNS = 7;
    private static final int WARM_UPS = 4;
    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");

    private final int pieces;
    private final byte[] in = new byte[PIECE];
    private final byte[] out = new byte[PIECE + 16];
    private final Map<String, Double> seconds = new TreeMap<>();

    /// @param length of the text, in octets
    public SpeedFloor(long length) {
        this.pieces = (int) (length / PIECE);
    }

    private interface Piece {
        void pass() throws GeneralSecurityException;
    }

    /// Prints the speed of each, then "floor-… seconds" for what `OpenPgpSpeed` measures.
    void print() throws GeneralSecurityException {
        Cipher cbc = Cipher.getInstance("AES/CBC/NoPadding");
        cbc.init(Cipher.ENCRYPT_MODE, KEY, new IvParameterSpec(new byte[16]));
        measure("AES-256-CBC", () -> cbc.update(in, 0, PIECE, out, 0));
        Cipher ecb = Cipher.getInstance("AES/ECB/NoPadding");
        ecb.init(Cipher.ENCRYPT_MODE, KEY);
        measure("AES-256-ECB", () -> ecb.update(in, 0, PIECE, out, 0));
        Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = new byte[12];
        long[] used = new long[1];
        measure("AES-256-GCM", () -> {
            long next = used[0]++;
            for (int i = 0; i < Long.BYTES; i++) {
                nonce[i] = (byte) (next >>> (8 * i));
            }
            gcm.init(Cipher.ENCRYPT_MODE, KEY, new GCMParameterSpec(128, nonce));
            gcm.doFinal(in, 0, PIECE, out, 0);
        });
        for (String name : new String[] {"SHA-1", "SHA-256", "SHA-512"}) {
            MessageDigest hash = MessageDigest.getInstance(name);
            measure(name, () -> hash.update(in, 0, PIECE));
        }
        floor("encrypt-v1", "AES-256-CBC", "SHA-1", "SHA-256");
        floor("decrypt-v1", "AES-256-ECB", "SHA-1", "SHA-256");
        floor("encrypt-v2", "AES-256-GCM", "SHA-256");
        floor("decrypt-v2", "AES-256-GCM", "SHA-256");
    }

    /// The same for what `SmimeSpeed` measures: text in base64 signed once and encrypted, and back again.
    public void printSmime() throws GeneralSecurityException {
        Cipher sealing = Cipher.getInstance("AES/CBC/NoPadding");
        sealing.init(Cipher.ENCRYPT_MODE, KEY, new IvParameterSpec(new byte[16]));
        measure("AES-256-CBC", () -> sealing.update(in, 0, PIECE, out, 0));
        Cipher opening = Cipher.getInstance("AES/CBC/NoPadding");
        opening.init(Cipher.DECRYPT_MODE, KEY, new IvParameterSpec(new byte[16]));
        measure("AES-256-CBC decryption", () -> {
            for (int at = 0; at < PIECE; at += 1 << 12) {
                opening.update(in, at, 1 << 12, out, at);
            }
        });
        Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
        gcm.init(Cipher.ENCRYPT_MODE, KEY, new GCMParameterSpec(128, new byte[12]));
        measure("AES-256-GCM", () -> gcm.update(in, 0, PIECE, out, 0));
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        measure("SHA-256", () -> hash.update(in, 0, PIECE));
        byte[] code = new byte[PIECE / 3 * 4 + 4];
        measure("base64", () -> Base64.getEncoder().encode(in, code));
        byte[] read = Base64.getEncoder().encode(in);
        measure("base64 decoding", () -> Base64.getDecoder().decode(read, in));
        floor("create-cbc", "AES-256-CBC", "SHA-256", "base64");
        floor("create-gcm", "AES-256-GCM", "SHA-256", "base64");
        floor("open-cbc", "AES-256-CBC decryption", "SHA-256", "base64 decoding");
        floor("open-gcm", "AES-256-GCM", "SHA-256", "base64 decoding");
    }

    private void measure(String name, Piece piece) throws GeneralSecurityException {
        double[] taken = new double[RUNS];
        for (int run = -WARM_UPS; run < RUNS; run++) {
            Duration before = OpenPgpSpeed.processor();
            for (int i = 0; i < pieces; i++) {
                piece.pass();
            }
            if (run >= 0) {
                taken[run] = OpenPgpSpeed.processor().minus(before).toMillis() / 1000.0;
            }
        }
        Arrays.sort(taken);
        seconds.put(name, taken[RUNS / 2]);
        double megabytes = (double) pieces * PIECE / (1 << 20);
        System.out.printf(Locale.ROOT, "bare %s: %.0f MB/s%n", name, megabytes / Math.max(taken[RUNS / 2], 0.005));
    }

    private void floor(String what, String... parts) {
        double sum = Arrays.stream(parts).mapToDouble(seconds::get).sum();
        System.out.printf(Locale.ROOT, "floor-%s %.3f%n", what, sum);
    }
}
