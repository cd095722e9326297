package org.waxwing.app.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.waxwing.app.account.ConnectionProblem;

/// Protocol text in lines, none too long and not too much of it altogether. RFC 5321 §4.5.3.1.5 allows 512
/// bytes for a reply line; we are generous, but not without end.
public final class BoundedLines extends FilterInputStream {
    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_TOTAL = 1024 * 1024;

    private final String host;
    private int line;
    private int total;

    public BoundedLines(String host, InputStream in) {
        super(in);
        this.host = host;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            count((byte) next);
        }
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        for (int i = 0; i < read; i++) {
            count(into[offset + i]);
        }
        return read;
    }

    private void count(byte next) throws Unconnectable {
        line = next == '\n' ? 0 : line + 1;
        total++;
        if (line > MAX_LINE || total > MAX_TOTAL) {
            throw new Unconnectable(new ConnectionProblem.ProtocolBroken(host));
        }
    }
}
