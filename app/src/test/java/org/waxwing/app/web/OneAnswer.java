package org.waxwing.app.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.waxwing.crypto.mime.Octets;

/// A web server on this computer that answers whatever is asked by a rule, and notes what was asked.
public final class OneAnswer implements AutoCloseable {
    private final ServerSocket server;
    private final Function<String, Octets> rule;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Thread serving;

    /// @param rule the whole answer to the beginning of a request
    public OneAnswer(Function<String, Octets> rule) throws IOException {
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.rule = rule;
        this.serving = Thread.ofVirtual().start(this::serve);
    }

    /// Whatever host is named.
    public Socket open(String host, int port, boolean tls) throws IOException {
        return new Socket(server.getInetAddress(), server.getLocalPort());
    }

    /// The requests' headers.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /// An answer of HTTP with a content.
    public static Octets ok(Octets content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Octets.ofUtf8("HTTP/1.0 200 OK\r\nContent-Length: " + content.length() + "\r\n\r\n")
                .toByteArray());
        out.writeBytes(content.toByteArray());
        return Octets.of(out.toByteArray());
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                String header = header(client.getInputStream());
                asked.add(header);
                rule.apply(header).writeTo(client.getOutputStream());
                client.shutdownOutput();
                while (client.getInputStream().read() >= 0) {
                    // Until it has everything and goes.
                }
            } catch (IOException gone) {
                // By the other side, or by closing.
            }
        }
    }

    private static String header(InputStream in) throws IOException {
        StringBuilder header = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            header.append((char) next);
            if (header.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return header.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
            serving.join();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
