package org.waxwing.crypto.openpgp.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// A stream whose content comes block by block.
public abstract class BlockwiseInput extends InputStream {
    private final byte[] block;
    private int at;
    private int end;

    /// @param longest of a block, in octets
    protected BlockwiseInput(int longest) {
        this.block = new byte[longest];
    }

    /// Puts the next octets at the beginning of the block.
    ///
    /// @return how many; 0 is allowed; -1 at the end, and then forever
    protected abstract int fill(byte[] into) throws IOException;

    private boolean isAtEnd() throws IOException {
        while (at >= end && end >= 0) {
            at = 0;
            end = fill(block);
        }
        return end < 0;
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : block[at++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(block, at, target, offset, count);
        at += count;
        return count;
    }
}
