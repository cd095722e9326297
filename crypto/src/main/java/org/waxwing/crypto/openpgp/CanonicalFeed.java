package org.waxwing.crypto.openpgp;

import java.security.MessageDigest;

/// Hashes text piece by piece as a signature of type 0x01 covers it: every line ends in CRLF
/// (RFC 9580 §5.2.1.2). Only LF ends a line; carriage returns right before it, or at the very end, are part
/// of the end, others are text. So does GnuPG.
final class CanonicalFeed {
    private static final int SIZE = 1 << 13;

    private final MessageDigest hash;
    private final byte[] out = new byte[SIZE];
    private int filled;
    private long returns;

    CanonicalFeed(MessageDigest hash) {
        this.hash = hash;
    }

    void update(byte[] text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            byte octet = text[i];
            if (octet == '\r') {
                returns++;
            } else if (octet == '\n') {
                returns = 0;
                write((byte) '\r');
                write((byte) '\n');
            } else {
                for (; returns > 0; returns--) {
                    write((byte) '\r');
                }
                write(octet);
            }
        }
        flush();
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
        returns = 0;
    }
}
