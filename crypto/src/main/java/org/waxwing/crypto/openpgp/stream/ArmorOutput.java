package org.waxwing.crypto.openpgp.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Writes one armoured block (RFC 9580 §6). Closing it writes the end line and leaves
/// the stream below open.
public final class ArmorOutput extends OutputStream {
    private static final int LINE = 64;
    private static final int LINES = 512;
    private static final int[] CRC = table();

    private final OutputStream out;
    private final String kind;
    private final boolean checksum;
    private final String newline;
    private final Base64.Encoder encoder;
    private final byte[] block = new byte[LINE / 4 * 3 * LINES];
    private final byte[] encoded = new byte[(LINE + 2) * LINES];
    private int filled;
    private int crc = 0xB704CE;
    private boolean closed;

    /// @param kind such as "MESSAGE"
    /// @param checksum the CRC-24 that GnuPG 2.2 wants; forbidden for version 6 (RFC 9580 §6.1)
    /// @param newline CRLF as mail wants it, or the line feed of files
    public ArmorOutput(OutputStream out, String kind, boolean checksum, String newline) throws IOException {
        this.out = out;
        this.newline = newline;
        this.encoder = Base64.getMimeEncoder(LINE, newline.getBytes(StandardCharsets.US_ASCII));
        this.kind = kind;
        this.checksum = checksum;
        print("-----BEGIN PGP " + kind + "-----" + newline + newline);
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void write(int octet) throws IOException {
        block[filled++] = (byte) octet;
        if (filled == block.length) {
            pass();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int count = Math.min(length - done, block.length - filled);
            System.arraycopy(bytes, from + done, block, filled, count);
            filled += count;
            done += count;
            if (filled == block.length) {
                pass();
            }
        }
    }

    private void pass() throws IOException {
        byte[] whole = filled == block.length ? block : java.util.Arrays.copyOf(block, filled);
        if (checksum) {
            crc = crc24(crc, whole);
        }
        out.write(encoded, 0, encoder.encode(whole, encoded));
        if (filled > 0) {
            print(newline);
        }
        filled = 0;
    }

    @Override
    public void flush() {
        // A line is written when it is full.
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        pass();
        if (checksum) {
            byte[] three = {(byte) (crc >> 16), (byte) (crc >> 8), (byte) crc};
            print("=" + Base64.getEncoder().encodeToString(three) + newline);
        }
        print("-----END PGP " + kind + "-----" + newline);
    }

    private static int crc24(int before, byte[] bytes) {
        int crc = before;
        for (byte octet : bytes) {
            crc = ((crc << 8) ^ CRC[((crc >> 16) ^ octet) & 0xFF]) & 0xFFFFFF;
        }
        return crc;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 16;
            for (int bit = 0; bit < 8; bit++) {
                crc <<= 1;
                if ((crc & 0x1000000) != 0) {
                    crc ^= 0x1864CFB;
                }
            }
            table[i] = crc & 0xFFFFFF;
        }
        return table;
    }
}
