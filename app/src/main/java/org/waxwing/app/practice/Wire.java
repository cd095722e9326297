package org.waxwing.app.practice;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.waxwing.crypto.mime.Octets;

/// One connection as the server sees it: lines that end in CRLF and no other way, within bounds, and
/// counted runs of bytes. One thread reads; any may write.
final class Wire implements Closeable {
    private final ReentrantLock writing = new ReentrantLock();
    private final byte[] buffer = new byte[8192];
    private int position;
    private int end;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private Optional<SSLSession> tls = Optional.empty();

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /// The session, once TLS runs.
    Optional<SSLSession> tls() {
        return tls;
    }

    String peer() {
        return socket.getInetAddress().getHostAddress();
    }

    /// Starts TLS. What came before it and was not yet read would be taken for words said under TLS, so it
    /// ends the connection (RFC 3207 §4.2; "command injection").
    ///
    /// @param ready the last line in the clear
    void startTls(ServerTls server, String ready) throws IOException {
        if (hasUnread()) {
            throw new ProtocolBreach("bytes before TLS");
        }
        writeLine(ready);
        secure(server);
    }

    /// TLS from here on.
    void secure(ServerTls server) throws IOException {
        SSLSocket secured = server.over(socket);
        socket = secured;
        in = secured.getInputStream();
        out = secured.getOutputStream();
        tls = Optional.of(secured.getSession());
    }

    /// Whether bytes lie here that nobody has read yet.
    boolean hasUnread() throws IOException {
        return position < end || in.available() > 0;
    }

    /// A line without its CRLF, one character a byte.
    ///
    /// @param most longest line, in bytes
    String readLine(int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        while (true) {
            int next = read();
            if (next == '\r') {
                if (read() != '\n') {
                    throw new ProtocolBreach("a line ends in CR LF");
                }
                return line.toString(StandardCharsets.ISO_8859_1);
            }
            if (next == '\n') {
                throw new ProtocolBreach("a line ends in CR LF");
            }
            if (line.size() == most) {
                throw new ProtocolBreach("line too long");
            }
            line.write(next);
        }
    }

    /// The next byte, 0 to 255.
    int read() throws IOException {
        if (position == end) {
            end = in.read(buffer);
            position = 0;
            if (end <= 0) {
                end = 0;
                throw new EOFException();
            }
        }
        return buffer[position++] & 0xFF;
    }

    /// Exactly so many bytes. Memory grows with what really arrives, not with what was announced.
    Octets readExactly(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(count, buffer.length));
        while (bytes.size() < count) {
            bytes.write(read());
            int more = Math.min(count - bytes.size(), end - position);
            bytes.write(buffer, position, more);
            position += more;
        }
        return Octets.of(bytes.toByteArray());
    }

    void writeLine(String latin1) throws IOException {
        write(Octets.of((latin1 + "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    void write(Octets bytes) throws IOException {
        writing.lock();
        try {
            bytes.writeTo(out);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
