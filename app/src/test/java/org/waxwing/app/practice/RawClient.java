package org.waxwing.app.practice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.account.TlsMode;

/// A client that says what it is told, byte by byte.
final class RawClient implements AutoCloseable {
    private final ServerAddress server;
    private Socket socket;

    RawClient(ServerAddress server) throws IOException {
        this.server = server;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(10_000);
        if (server.tls() == TlsMode.IMPLICIT) {
            startTls();
        }
    }

    /// TLS with the certificate checked against the anchor, for the host name of the address.
    void startTls() throws IOException {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "anchor",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(
                                    server.anchor().orElseThrow().toByteArray())));
            TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            SSLSocket secured =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, server.host(), server.port(), true);
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            socket = secured;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    void say(String line) throws IOException {
        sayRaw(line + "\r\n");
    }

    void sayRaw(String latin1) throws IOException {
        socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /// A line, or nothing at the end.
    Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return Optional.empty();
            }
            line.write(next);
            String text = line.toString(StandardCharsets.ISO_8859_1);
            if (text.endsWith("\r\n")) {
                return Optional.of(text.substring(0, text.length() - 2));
            }
        }
    }

    /// All lines of one SMTP reply.
    List<String> reply() throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(line().orElse("(closed)"));
        } while (lines.getLast().matches("[0-9]{3}-.*"));
        return lines;
    }

    /// Says a line and gives the last line of the SMTP reply.
    String ask(String line) throws IOException {
        say(line);
        return reply().getLast();
    }

    /// Lines of IMAP up to the tagged one, or the end.
    List<String> until(String tag) throws IOException {
        List<String> lines = new ArrayList<>();
        while (true) {
            Optional<String> line = line();
            lines.add(line.orElse("(closed)"));
            if (line.isEmpty() || line.get().startsWith(tag + " ")) {
                return lines;
            }
        }
    }

    /// Says a tagged IMAP command and gives everything up to its answer.
    List<String> command(String line) throws IOException {
        say(line);
        return until(line.substring(0, line.indexOf(' ')));
    }

    String read(int count) throws IOException {
        return new String(socket.getInputStream().readNBytes(count), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
