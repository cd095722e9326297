package org.waxwing.app.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Plays one transcript to one client and keeps every byte that the client sent.
///
/// A line `S: text` is sent, `C: text` is awaited (`C: *` takes any line), `C: TEXT` takes a message up to
/// its final dot, `TLS` is a handshake, `S! text` is sent in one packet with the line before it, `END`
/// closes, `STOP` reads no more until this server is closed.
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket door;
    private final SSLContext tls;
    private final ByteArrayOutputStream clear = new ByteArrayOutputStream();
    private final ByteArrayOutputStream inside = new ByteArrayOutputStream();
    private final ByteArrayOutputStream letter = new ByteArrayOutputStream();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread playing;

    ScriptedServer(SSLContext tls, String transcript) throws IOException {
        this.tls = tls;
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.playing = Thread.ofVirtual().start(() -> play(transcript.lines().toList()));
    }

    int port() {
        return door.getLocalPort();
    }

    /// What came before TLS.
    String clear() throws InterruptedException {
        playing.join(60_000);
        return clear.toString(StandardCharsets.ISO_8859_1);
    }

    /// What came inside TLS.
    String inside() throws InterruptedException {
        playing.join(60_000);
        return inside.toString(StandardCharsets.ISO_8859_1);
    }

    /// The message between DATA and the final dot, dots still doubled.
    byte[] letter() throws InterruptedException {
        playing.join(60_000);
        return letter.toByteArray();
    }

    private void play(List<String> script) {
        try (Socket client = door.accept()) {
            Socket now = client;
            ByteArrayOutputStream record = clear;
            for (int i = 0; i < script.size(); i++) {
                String line = script.get(i);
                if (line.startsWith("S: ")) {
                    String flight = line.substring(3) + "\r\n";
                    if (i + 1 < script.size() && script.get(i + 1).startsWith("S! ")) {
                        flight += script.get(++i).substring(3) + "\r\n";
                    }
                    OutputStream out = now.getOutputStream();
                    out.write(flight.getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                } else if (line.equals("C: TEXT")) {
                    text(now.getInputStream(), record);
                } else if (line.startsWith("C: ")) {
                    expect(line.substring(3), line(now.getInputStream(), record));
                } else if (line.equals("TLS")) {
                    SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(now, null, now.getPort(), true);
                    secured.setUseClientMode(false);
                    secured.startHandshake();
                    now = secured;
                    record = inside;
                } else if (line.equals("STOP")) {
                    closed.await();
                    return;
                } else if (line.equals("END")) {
                    return;
                }
            }
            while (now.getInputStream().read() >= 0) {}
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException _) {
            // The client went away, as it should in half of the tests.
        }
    }

    private static void expect(String expected, String got) throws IOException {
        if (!expected.equals("*") && !got.equals(expected)) {
            throw new IOException("another line than the script has");
        }
    }

    private static String line(InputStream in, ByteArrayOutputStream record) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client left");
            }
            record.write(next);
            if (next == '\n') {
                int end = line.length();
                return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
            }
            line.append((char) next);
        }
    }

    private void text(InputStream in, ByteArrayOutputStream record) throws IOException {
        String line = line(in, record);
        while (!line.equals(".")) {
            letter.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            line = line(in, record);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        door.close();
    }
}
