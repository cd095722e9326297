package org.waxwing.crypto.openpgp.bulk;

import java.io.OutputStream;
import java.security.MessageDigest;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;

/// A hash of the platform as Bouncy Castle's generators take it.
record DigestCalculator(int algorithm, MessageDigest hash) implements PGPDigestCalculator {
    @Override
    public int getAlgorithm() {
        return algorithm;
    }

    @Override
    public OutputStream getOutputStream() {
        return new Feed(hash);
    }

    @Override
    public byte[] getDigest() {
        return hash.digest();
    }

    @Override
    public void reset() {
        hash.reset();
    }

    /// Hashes what is written.
    static final class Feed extends OutputStream {
        private final MessageDigest hash;

        Feed(MessageDigest hash) {
            this.hash = hash;
        }

        @Override
        public void write(int octet) {
            hash.update((byte) octet);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            hash.update(bytes, from, length);
        }
    }
}
