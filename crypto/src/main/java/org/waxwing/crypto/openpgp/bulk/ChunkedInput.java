package org.waxwing.crypto.openpgp.bulk;

import java.io.IOException;
import java.io.InputStream;

/// The plaintext of a packet in chunks. Each chunk is given out after its own tag was found right; that
/// nothing is missing is known only when the end was read without a [NotIntactException].
final class ChunkedInput extends BlockwiseInput {
    private final InputStream in;
    private final Chunks chunks;
    private final int full;
    /// A chunk, its tag, and so much of what follows that the final tag is recognised.
    private final byte[] sealed;
    private int held;
    private boolean ended;

    ChunkedInput(InputStream in, Chunks chunks) {
        super(chunks.chunkLength() + ChunkCipher.TAG);
        this.in = in;
        this.chunks = chunks;
        this.full = chunks.chunkLength() + ChunkCipher.TAG;
        this.sealed = new byte[full + ChunkCipher.TAG + 1];
    }

    @Override
    protected int fill(byte[] text) throws IOException {
        if (ended) {
            return -1;
        }
        held += in.readNBytes(sealed, held, sealed.length - held);
        boolean last = held < sealed.length;
        int length = last ? held - ChunkCipher.TAG : full;
        if (length < 0 || (length > 0 && !chunks.open(sealed, 0, length, text))) {
            throw new NotIntactException();
        }
        if (last && !chunks.isFinalTag(sealed, length)) {
            throw new NotIntactException();
        }
        ended = last;
        System.arraycopy(sealed, length, sealed, 0, held - length);
        held -= length;
        return Math.max(0, length - ChunkCipher.TAG);
    }
}
