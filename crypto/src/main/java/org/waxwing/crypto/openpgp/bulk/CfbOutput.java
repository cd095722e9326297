package org.waxwing.crypto.openpgp.bulk;

import java.io.IOException;
import java.io.OutputStream;

/// Encrypts in cipher feedback what is written. Closing it closes the stream below, by which Bouncy Castle
/// ends the packet.
final class CfbOutput extends OutputStream {
    static final int UNIT = 1 << 16;

    private final OutputStream out;
    private final CfbEncryption cipher;
    private final byte[] unit = new byte[UNIT];
    private int filled;
    private boolean closed;

    CfbOutput(OutputStream out, CfbEncryption cipher) {
        this.out = out;
        this.cipher = cipher;
    }

    @Override
    public void write(int octet) throws IOException {
        unit[filled++] = (byte) octet;
        if (filled == UNIT) {
            pass();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int count = Math.min(length - done, UNIT - filled);
            System.arraycopy(bytes, from + done, unit, filled, count);
            filled += count;
            done += count;
            if (filled == UNIT) {
                pass();
            }
        }
    }

    private void pass() throws IOException {
        cipher.process(unit, 0, filled);
        out.write(unit, 0, filled);
        filled = 0;
    }

    /// Nothing is passed on before a unit is full: in the middle of the stream only whole blocks can be.
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        pass();
        out.close();
    }
}
