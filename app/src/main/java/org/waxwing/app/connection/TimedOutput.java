package org.waxwing.app.connection;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What we say, for as long as the server listens: sockets bound how long a read may take, but not a write.
/// Where the server takes nothing for too long, the connection is cut and the write fails with a
/// [SocketTimeoutException].
final class TimedOutput extends OutputStream {
    /// Bytes that must all be taken within one wait.
    private static final int PIECE = 16 * 1024;

    private final OutputStream out;
    private final Socket beneath;
    private final Duration longest;

    /// @param beneath the connection that carries the stream, to be cut
    TimedOutput(OutputStream out, Socket beneath, Duration longest) {
        this.out = out;
        this.beneath = beneath;
        this.longest = longest;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += PIECE) {
            int at = offset + done;
            int piece = Math.min(PIECE, length - done);
            inTime(() -> out.write(from, at, piece));
        }
    }

    @Override
    public void flush() throws IOException {
        inTime(out::flush);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /// Either the write completes the future, or the time does: never both.
    private void inTime(Writing writing) throws IOException {
        CompletableFuture<Boolean> written = new CompletableFuture<>();
        var _ = written.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> cut());
        try {
            writing.write();
        } catch (IOException broken) {
            throw written.complete(true) ? broken : tooSlow();
        }
        if (!written.complete(true)) {
            throw tooSlow();
        }
    }

    private boolean cut() {
        try {
            beneath.close();
        } catch (IOException _) {
            // It is given up; there is nothing more to do about it.
        }
        return false;
    }

    private static SocketTimeoutException tooSlow() {
        return new SocketTimeoutException("the server takes nothing");
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
