package org.waxwing.app.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/// A connected socket whose bytes go through verified TLS in both directions. The mail library takes it
/// for an ordinary socket, and so can neither begin TLS, nor end it, nor speak without it.
public final class SecuredSocket extends Socket {
    private final SSLSocket tls;
    private final InputStream in;
    private final OutputStream out;

    /// @param in what the mail library may read: decrypted and bounded
    /// @param out where it may write: bounded in time
    SecuredSocket(SSLSocket tls, InputStream in, OutputStream out) {
        this.tls = tls;
        this.in = in;
        this.out = out;
    }

    /// Such as "TLSv1.3".
    public String protocol() {
        return tls.getSession().getProtocol();
    }

    /// The host name in the server's certificate, such as "mail.example.org".
    public String certificateFor() {
        try {
            Certificate first = tls.getSession().getPeerCertificates()[0];
            return first instanceof X509Certificate x509
                    ? CertificateName.of(x509, tls.getSession().getPeerHost())
                    : "";
        } catch (SSLPeerUnverifiedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// How long a read may take from now on.
    public void allow(Duration longest) {
        try {
            tls.setSoTimeout(Math.toIntExact(longest.toMillis()));
        } catch (SocketException _) {
            // It is closed already; the next read says so.
        }
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    /// Does nothing: it is connected.
    @Override
    public void connect(SocketAddress endpoint) {}

    /// Does nothing: it is connected.
    @Override
    public void connect(SocketAddress endpoint, int timeout) {}

    @Override
    public void close() throws IOException {
        tls.close();
    }

    @Override
    public boolean isClosed() {
        return tls.isClosed();
    }

    @Override
    public boolean isConnected() {
        return tls.isConnected();
    }

    @Override
    public boolean isBound() {
        return tls.isBound();
    }

    @Override
    public InetAddress getInetAddress() {
        return tls.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return tls.getLocalAddress();
    }

    @Override
    public int getPort() {
        return tls.getPort();
    }

    @Override
    public int getLocalPort() {
        return tls.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return tls.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return tls.getLocalSocketAddress();
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return tls.getSoTimeout();
    }

    /// Does nothing: how long to wait is decided by [#allow(Duration)].
    @Override
    public void setSoTimeout(int timeout) {}

    @Override
    public String toString() {
        return "SecuredSocket";
    }
}
