package org.waxwing.app.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.waxwing.app.account.ConnectionProblem;

/// IMAP responses of a sane size: lines, and between them literals whose length is announced as `{n}` at
/// the end of a line (RFC 9051 §4.3). The mail library reserves whatever is announced, so an announcement
/// that is too large must never reach it.
public final class BoundedLiterals extends FilterInputStream {
    private static final int MAX_LINE = 1024 * 1024;
    private static final long MAX_LITERAL = 4L * 1024 * 1024;

    private final String host;
    private int line;
    private long literalLeft;
    private long announced = -1;
    private boolean open;
    private boolean complete;

    public BoundedLiterals(String host, InputStream in) {
        super(in);
        this.host = host;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            follow(next);
        }
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        for (int i = 0; i < read; i++) {
            follow(into[offset + i] & 0xFF);
        }
        return read;
    }

    private void follow(int next) throws Unconnectable {
        if (literalLeft > 0) {
            literalLeft--;
            return;
        }
        if (++line > MAX_LINE) {
            throw new Unconnectable(new ConnectionProblem.ProtocolBroken(host));
        }
        if (next == '\n') {
            line = 0;
            literalLeft = complete ? announced : 0;
            forget();
        } else if (next == '{') {
            open = true;
            complete = false;
            announced = 0;
        } else if (open && next >= '0' && next <= '9') {
            announced = announced * 10 + next - '0';
            if (announced > MAX_LITERAL) {
                throw new Unconnectable(new ConnectionProblem.ProtocolBroken(host));
            }
        } else if (open && next == '}') {
            open = false;
            complete = true;
        } else if (next != '\r' && !(open && next == '+')) {
            forget();
        }
    }

    private void forget() {
        open = false;
        complete = false;
        announced = -1;
    }
}
