package org.waxwing.app.practice;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.waxwing.crypto.mime.Octets;

/// The server's end of TLS, with a certificate that is made afresh each time.
final class ServerTls {
    private final SSLContext context;
    private final Octets anchor;

    private ServerTls(SSLContext context, Octets anchor) {
        this.context = context;
        this.anchor = anchor;
    }

    static ServerTls make(SecureRandom random, Instant now) {
        try {
            PracticeCertificate certificate = PracticeCertificate.make(random, now);
            char[] noSecret = "in memory only".toCharArray();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, noSecret);
            keys.setKeyEntry("server", certificate.serverKey(), noSecret, new Certificate[] {certificate.server()});
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(keys, noSecret);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, random);
            return new ServerTls(context, certificate.anchor());
        } catch (GeneralSecurityException | IOException e) {
            throw new PracticeException("This Java can't make a TLS certificate for the practice post office.", e);
        }
    }

    /// The authority to rely on, in PEM.
    Octets anchor() {
        return anchor;
    }

    /// TLS over a connection, the handshake done.
    SSLSocket over(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }
}
