package org.waxwing.app.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.app.account.ConnectionProblem.Cause;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.crypto.mime.Octets;

/// Makes protected connections: TLS 1.2 or 1.3, the certificate and its name checked, with no way around.
public final class Connector {
    private final Patience patience;

    public Connector(Patience patience) {
        this.patience = patience;
    }

    /// Connects and protects the connection; fails with an [Unconnectable] that says why.
    ///
    /// @param dialogue how this protocol asks for TLS, where the server doesn't begin with it
    /// @param bound what the server may say inside TLS
    public SecuredSocket open(ServerAddress server, StartTls dialogue, UnaryOperator<InputStream> bound)
            throws Unconnectable {
        Socket plain = connect(server);
        boolean done = false;
        try {
            SecuredSocket secured = secure(server, plain, dialogue, bound);
            done = true;
            return secured;
        } catch (Unconnectable known) {
            throw known;
        } catch (SocketTimeoutException slow) {
            throw unreachable(server, Cause.TIMED_OUT, slow);
        } catch (IOException gone) {
            throw unreachable(server, Cause.CLOSED, gone);
        } finally {
            if (!done) {
                closeQuietly(plain);
            }
        }
    }

    /// What an exception of a connection that stood means.
    public static ConnectionProblem problemOf(ServerAddress server, IOException ended) {
        if (ended instanceof Unconnectable known) {
            return known.problem();
        }
        Cause cause = ended instanceof SocketTimeoutException ? Cause.TIMED_OUT : Cause.CLOSED;
        return new ConnectionProblem.Unreachable(server.host(), server.port(), cause);
    }

    private SecuredSocket secure(
            ServerAddress server, Socket plain, StartTls dialogue, UnaryOperator<InputStream> bound)
            throws IOException {
        plain.setSoTimeout(Math.toIntExact(patience.reply().toMillis()));
        plain.setTcpNoDelay(true);
        return switch (server.tls()) {
            case IMPLICIT -> {
                SSLSocket tls = handshake(server, plain);
                yield secured(tls, bound.apply(tls.getInputStream()), plain);
            }
            case STARTTLS_REQUIRED -> {
                PlainLines lines =
                        new PlainLines(server.host(), server.port(), plain.getInputStream(), plain.getOutputStream());
                Octets greeting = dialogue.negotiate(lines);
                lines.expectSilence();
                SSLSocket tls = handshake(server, plain);
                InputStream inside = bound.apply(tls.getInputStream());
                yield secured(tls, new SequenceInputStream(greeting.stream(), inside), plain);
            }
        };
    }

    private SecuredSocket secured(SSLSocket tls, InputStream in, Socket beneath) throws IOException {
        return new SecuredSocket(tls, in, new TimedOutput(tls.getOutputStream(), beneath, patience.reply()));
    }

    static SSLSocket handshake(ServerAddress server, Socket plain) throws IOException {
        try {
            SSLSocket tls = (SSLSocket) ServerTrust.contextFor(server)
                    .getSocketFactory()
                    .createSocket(plain, server.host(), server.port(), true);
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return tls;
        } catch (GeneralSecurityException badAnchor) {
            throw new Unconnectable(new ConnectionProblem.CertificateNotTrusted(server.host(), false));
        } catch (SocketTimeoutException slow) {
            throw slow;
        } catch (IOException failed) {
            throw new Unconnectable(certificateProblem(server, failed), failed);
        }
    }

    private static ConnectionProblem certificateProblem(ServerAddress server, IOException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateRefused refused) {
                return refused.problem(server.host());
            }
        }
        return new ConnectionProblem.TlsFailed(server.host());
    }

    private Socket connect(ServerAddress server) throws Unconnectable {
        Unconnectable last = unreachable(server, Cause.NO_SUCH_HOST, new UnknownHostException());
        for (InetAddress address : addresses(server)) {
            Socket socket = new Socket();
            try {
                socket.connect(
                        new InetSocketAddress(address, server.port()),
                        Math.toIntExact(patience.connect().toMillis()));
                return socket;
            } catch (IOException failed) {
                closeQuietly(socket);
                last = unreachable(server, cause(failed), failed);
            }
        }
        throw last;
    }

    /// The addresses carry the host name as it was given, so that nobody looks the name up backwards.
    private static InetAddress[] addresses(ServerAddress server) throws Unconnectable {
        try {
            InetAddress[] found = InetAddress.getAllByName(server.host());
            InetAddress[] named = new InetAddress[found.length];
            for (int i = 0; i < found.length; i++) {
                named[i] = InetAddress.getByAddress(server.host(), found[i].getAddress());
            }
            return named;
        } catch (UnknownHostException unknown) {
            throw unreachable(server, Cause.NO_SUCH_HOST, unknown);
        }
    }

    private static Cause cause(IOException failed) {
        return switch (failed) {
            case SocketTimeoutException _ -> Cause.TIMED_OUT;
            case NoRouteToHostException _ -> Cause.NO_NETWORK;
            case ConnectException _ -> Cause.REFUSED;
            default -> Cause.NO_NETWORK;
        };
    }

    private static Unconnectable unreachable(ServerAddress server, Cause cause, IOException why) {
        return new Unconnectable(new ConnectionProblem.Unreachable(server.host(), server.port(), cause), why);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is given up; there is nothing more to do about it.
        }
    }
}
