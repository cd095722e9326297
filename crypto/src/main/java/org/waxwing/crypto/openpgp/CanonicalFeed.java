package org.waxwing.crypto.openpgp;

import java.security.MessageDigest;

/// Hashes text piece by piece as a signature of type 0x01 covers it: every line ends in CRLF
/// (RFC 9580 §5.2.1.2). Only LF ends a line.
///
/// Of files, carriage returns right before it, or at the very end, are part of the end, others are text: so
/// does GnuPG. Of letters one is part of the end and every other is text, because so does whoever reads the
/// letter: else a header section that ends for the signer would go on for the reader.
final class CanonicalFeed {
    private static final int SIZE = 1 << 13;

    private final MessageDigest hash;
    private final boolean letters;
    private final byte[] out = new byte[SIZE];
    private int filled;
    private long returns;

    CanonicalFeed(MessageDigest hash, boolean letters) {
        this.hash = hash;
        this.letters = letters;
    }

    void update(byte[] text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            byte octet = text[i];
            if (octet == '\r') {
                returns++;
            } else if (octet == '\n') {
                if (letters) {
                    returns--;
                    writeReturns();
                }
                returns = 0;
                write((byte) '\r');
                write((byte) '\n');
            } else {
                writeReturns();
                write(octet);
            }
        }
        flush();
    }

    private void writeReturns() {
        for (; returns > 0; returns--) {
            write((byte) '\r');
        }
    }

    private void write(byte octet) {
        if (filled == SIZE) {
            flush();
        }
        out[filled++] = octet;
    }

    private void flush() {
        hash.update(out, 0, filled);
        filled = 0;
    }

    /// To be called once, at the end of the text.
    void finish() {
        if (letters) {
            writeReturns();
            flush();
        }
        returns = 0;
    }
}
