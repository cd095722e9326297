package org.waxwing.crypto.openpgp.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The stream at the bottom, whose failures are told from those of what it holds.
public final class SourceInput extends FilterInputStream {
    public SourceInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException failed) {
            throw BrokenStreamException.unreadable(failed);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException failed) {
            throw BrokenStreamException.unreadable(failed);
        }
    }
}
