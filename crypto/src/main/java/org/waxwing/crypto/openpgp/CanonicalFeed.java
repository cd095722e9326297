package org.waxwing.crypto.openpgp;

import java.security.MessageDigest;

/// Hashes text piece by piece as a signature of type 0x01 covers it: every line ends in CRLF
/// (RFC 9580 §5.2.1.2).
final class CanonicalFeed {
    private static final int SIZE = 1 << 13;

    private final MessageDigest hash;
    private final byte[] out = new byte[2 * SIZE + 2];
    private boolean afterReturn;

    CanonicalFeed(MessageDigest hash) {
        this.hash = hash;
    }

    void update(byte[] text, int from, int length) {
        for (int done = 0; done < length; done += SIZE) {
            piece(text, from + done, Math.min(SIZE, length - done));
        }
    }

    private void piece(byte[] text, int from, int length) {
        int filled = 0;
        for (int i = from; i < from + length; i++) {
            byte octet = text[i];
            if (afterReturn && octet != '\n') {
                out[filled++] = '\n';
            } else if (octet == '\n' && !afterReturn) {
                out[filled++] = '\r';
            }
            out[filled++] = octet;
            afterReturn = octet == '\r';
        }
        hash.update(out, 0, filled);
    }

    /// To be called once, at the end of the text.
    void finish() {
        if (afterReturn) {
            hash.update((byte) '\n');
        }
        afterReturn = false;
    }
}
