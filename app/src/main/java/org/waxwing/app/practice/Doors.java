package org.waxwing.app.practice;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/// The listening sockets on loopback, one virtual thread for each client.
final class Doors implements AutoCloseable {
    private static final int MOST_CLIENTS = 64;
    private static final int MILLIS_OF_PATIENCE = 30 * 60 * 1000;

    private final ServerTls tls;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(MOST_CLIENTS);
    private final Set<ServerSocket> listening = ConcurrentHashMap.newKeySet();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Doors(ServerTls tls) {
        this.tls = tls;
    }

    /// What to say to a new client.
    interface Greeter {
        Conversation with(Wire wire);
    }

    /// Opens a door.
    ///
    /// @param implicit TLS from the first byte
    /// @return its port
    int open(boolean implicit, Greeter greeter) throws IOException {
        ServerSocket socket = new ServerSocket(0, MOST_CLIENTS, InetAddress.getLoopbackAddress());
        listening.add(socket);
        threads.execute(() -> welcome(socket, implicit, greeter));
        return socket.getLocalPort();
    }

    private void welcome(ServerSocket socket, boolean implicit, Greeter greeter) {
        while (!closed) {
            try {
                Socket client = socket.accept();
                if (room.tryAcquire()) {
                    clients.add(client);
                    threads.execute(() -> serve(client, implicit, greeter));
                } else {
                    client.close();
                }
            } catch (IOException | RejectedExecutionException e) {
                // Either this is the end, or a client that changed its mind.
                Thread.onSpinWait();
            }
        }
    }

    private void serve(Socket client, boolean implicit, Greeter greeter) {
        try (client) {
            client.setTcpNoDelay(true);
            client.setSoTimeout(closed ? 1 : MILLIS_OF_PATIENCE);
            Wire wire = new Wire(client);
            if (implicit) {
                wire.secure(tls);
            }
            converse(wire, greeter.with(wire));
        } catch (IOException gone) {
            // The client hung up, or would not do TLS; nobody is left to tell.
            clients.remove(client);
        } finally {
            clients.remove(client);
            room.release();
        }
    }

    private static void converse(Wire wire, Conversation conversation) throws IOException {
        try {
            conversation.run();
        } catch (ProtocolBreach breach) {
            wire.writeLine(conversation.farewell(breach.sentence()));
        } finally {
            wire.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        listening.forEach(Doors::shut);
        clients.forEach(Doors::shut);
        threads.close();
    }

    private static void shut(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new PracticeException("A connection of the practice post office could not be closed.", e);
        }
    }
}
