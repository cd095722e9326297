package org.waxwing.app.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.app.account.ConnectionProblem.Cause;

/// Lines of protocol text on a connection that is not protected yet. Reads byte by byte, so that nothing
/// is taken from the stream that belongs to TLS, and not more than a few lines of a sane length.
public final class PlainLines {
    private static final int MAX_LINE = 4096;
    private static final int MAX_LINES = 256;

    private final String host;
    private final int port;
    private final InputStream in;
    private final OutputStream out;
    private int lines;

    PlainLines(String host, int port, InputStream in, OutputStream out) {
        this.host = host;
        this.port = port;
        this.in = in;
        this.out = out;
    }

    /// The next line without its line end.
    public String read() throws IOException {
        if (++lines > MAX_LINES) {
            throw broken();
        }
        StringBuilder line = new StringBuilder();
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw closed();
            }
            if (next == '\n') {
                break;
            }
            if (line.length() == MAX_LINE) {
                throw broken();
            }
            line.append((char) next);
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }

    public void write(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// After the consent to TLS the server is silent until we speak: bytes that are already here were put
    /// in by somebody (response injection).
    void expectSilence() throws IOException {
        if (in.available() > 0) {
            throw broken();
        }
    }

    public Unconnectable broken() {
        return new Unconnectable(new ConnectionProblem.ProtocolBroken(host));
    }

    public Unconnectable closed() {
        return new Unconnectable(new ConnectionProblem.Unreachable(host, port, Cause.CLOSED));
    }

    public Unconnectable notOffered() {
        return new Unconnectable(new ConnectionProblem.TlsNotOffered(host));
    }

    public Unconnectable refused() {
        return new Unconnectable(new ConnectionProblem.TlsFailed(host));
    }
}
