package org.waxwing.app.imap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.SocketFactory;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.connection.BoundedLiterals;
import org.waxwing.app.connection.Connector;
import org.waxwing.app.connection.SecuredSocket;
import org.waxwing.app.connection.Unconnectable;

/// Gives the mail library sockets that are inside verified TLS already, to one server only.
final class SecuredSockets extends SocketFactory {
    private final Connector connector;
    private final ServerAddress server;
    private Optional<SecuredSocket> last = Optional.empty();
    private Optional<Unconnectable> problem = Optional.empty();

    SecuredSockets(Connector connector, ServerAddress server) {
        this.connector = connector;
        this.server = server;
    }

    synchronized Optional<SecuredSocket> last() {
        return last;
    }

    /// What went wrong below the library, which loses causes on its way.
    synchronized Optional<Unconnectable> problem() {
        return problem;
    }

    @Override
    public synchronized Socket createSocket() throws IOException {
        try {
            SecuredSocket made = connector.open(server, new ImapStartTls(), this::watched);
            last = Optional.of(made);
            return made;
        } catch (Unconnectable failed) {
            problem = Optional.of(failed);
            throw failed;
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return createSocket();
    }

    private synchronized void broken(Unconnectable why) {
        problem = Optional.of(why);
    }

    private InputStream watched(InputStream in) {
        return new FilterInputStream(new BoundedLiterals(server.host(), in)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                try {
                    return super.read(into, offset, length);
                } catch (Unconnectable why) {
                    broken(why);
                    throw why;
                }
            }

            @Override
            public int read() throws IOException {
                try {
                    return super.read();
                } catch (Unconnectable why) {
                    broken(why);
                    throw why;
                }
            }
        };
    }
}
