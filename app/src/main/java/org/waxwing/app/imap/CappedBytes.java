package org.waxwing.app.imap;

import java.io.ByteArrayOutputStream;

/// Bytes in memory up to a limit; what is beyond is dropped and noted.
final class CappedBytes extends ByteArrayOutputStream {
    private final int most;
    private boolean overflowed;

    CappedBytes(int most) {
        this.most = most;
    }

    boolean overflowed() {
        return overflowed;
    }

    @Override
    public synchronized void write(int value) {
        if (size() >= most) {
            overflowed = true;
        } else {
            super.write(value);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        if (length > most - size()) {
            overflowed = true;
        } else {
            super.write(bytes, offset, length);
        }
    }
}
