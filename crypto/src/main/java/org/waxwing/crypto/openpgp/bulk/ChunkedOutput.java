package org.waxwing.crypto.openpgp.bulk;

import java.io.IOException;
import java.io.OutputStream;

/// Seals chunk by chunk what is written; the final tag comes when it is closed. That closes the stream
/// below too, by which Bouncy Castle ends the packet.
final class ChunkedOutput extends OutputStream {
    private final OutputStream out;
    private final Chunks chunks;
    private final byte[] text;
    private final byte[] sealed;
    private int filled;
    private boolean closed;

    ChunkedOutput(OutputStream out, Chunks chunks) {
        this.out = out;
        this.chunks = chunks;
        this.text = new byte[chunks.chunkLength()];
        this.sealed = new byte[chunks.chunkLength() + ChunkCipher.TAG];
    }

    @Override
    public void write(int octet) throws IOException {
        text[filled++] = (byte) octet;
        if (filled == text.length) {
            pass();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int count = Math.min(length - done, text.length - filled);
            System.arraycopy(bytes, from + done, text, filled, count);
            filled += count;
            done += count;
            if (filled == text.length) {
                pass();
            }
        }
    }

    private void pass() throws IOException {
        chunks.seal(text, filled, sealed);
        out.write(sealed, 0, filled + ChunkCipher.TAG);
        filled = 0;
    }

    /// Nothing is passed on before a chunk is full.
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (filled > 0) {
            pass();
        }
        out.write(chunks.finalTag());
        out.close();
    }
}
