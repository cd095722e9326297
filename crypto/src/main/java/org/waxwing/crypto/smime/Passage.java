package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.OutputStream;

/// Counts what passes on its way, and lets no more pass than it may.
final class Passage extends OutputStream {
    private final long limit;
    private final Way way;
    private long length;

    /// Where it goes; the array is lent and is neither kept nor changed.
    @FunctionalInterface
    interface Way {
        void pass(byte[] octets, int from, int count) throws IOException;
    }

    /// More came than may pass.
    static final class Overflow extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// @param limit in octets
    Passage(long limit, Way way) {
        this.limit = limit;
        this.way = way;
    }

    /// How many octets have passed.
    long length() {
        return length;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
        if (count > limit - length) {
            throw new Overflow();
        }
        length += count;
        way.pass(octets, from, count);
    }
}
