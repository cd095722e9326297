package org.waxwing.app.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.account.TlsMode;

/// Connects to hosts that a stranger named: to public addresses only, and to exactly the address that was
/// looked at, so that a name which changes its address in between gains nothing.
public final class PublicConnector {
    /// A name with more addresses is looked at no further.
    private static final int MAX_ADDRESSES = 4;

    private final Predicate<InetAddress> reachable;
    private final Patience patience;

    /// @param reachable which addresses may be connected to: [PublicAddresses#contains]
    public PublicConnector(Predicate<InetAddress> reachable, Patience patience) {
        this.reachable = reachable;
        this.patience = patience;
    }

    /// The host has no address that may be connected to.
    public static final class NotPublic extends IOException {
        private static final long serialVersionUID = 1L;

        NotPublic() {
            super("not a public address");
        }
    }

    /// A connection, to be closed by the caller. A read from it takes no longer than the patience with a
    /// reply, the beginning of TLS no longer than that with a verdict, however slowly the host speaks.
    ///
    /// @param tls whether to protect it, with the server's certificate and name checked
    public Socket open(String host, int port, boolean tls) throws IOException {
        List<InetAddress> allowed = Arrays.stream(InetAddress.getAllByName(host))
                .filter(reachable)
                .limit(MAX_ADDRESSES)
                .toList();
        if (allowed.isEmpty()) {
            throw new NotPublic();
        }
        IOException last = new UnknownHostException(host);
        for (InetAddress address : allowed) {
            Socket socket = new Socket();
            boolean done = false;
            try {
                socket.connect(
                        new InetSocketAddress(address, port),
                        Math.toIntExact(patience.connect().toMillis()));
                socket.setSoTimeout(Math.toIntExact(patience.reply().toMillis()));
                Socket ready = tls ? secured(host, port, socket) : socket;
                done = true;
                return ready;
            } catch (IOException failed) {
                last = failed;
            } finally {
                if (!done) {
                    socket.close();
                }
            }
        }
        throw last;
    }

    private Socket secured(String host, int port, Socket plain) throws IOException {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        var _ = ready.orTimeout(patience.verdict().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(_ -> cut(plain));
        try {
            return Connector.handshake(ServerAddress.of(host, port, TlsMode.IMPLICIT), plain);
        } finally {
            boolean _ = ready.complete(true);
        }
    }

    private static boolean cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is given up; there is nothing more to do about it.
        }
        return false;
    }
}
