package org.waxwing.crypto.smime.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;

/// Sockets that fall into the trap as soon as they are made.
final class TrappedSockets {
    private TrappedSockets() {}

    @SuppressWarnings("deprecation") // There is no other way to get between.
    static void set() throws IOException {
        Socket.setSocketImplFactory(Trap::new);
    }

    private static final class Trap extends SocketImpl {
        @Override
        protected void create(boolean stream) throws IOException {
            throw caught("made");
        }

        @Override
        protected void connect(String host, int port) throws IOException {
            throw caught(host);
        }

        @Override
        protected void connect(InetAddress address, int port) throws IOException {
            throw caught(String.valueOf(address));
        }

        @Override
        protected void connect(SocketAddress address, int timeout) throws IOException {
            throw caught(String.valueOf(address));
        }

        @Override
        protected void bind(InetAddress host, int port) throws IOException {
            throw caught("bound");
        }

        @Override
        protected void listen(int backlog) throws IOException {
            throw caught("listening");
        }

        @Override
        protected void accept(SocketImpl other) throws IOException {
            throw caught("accepting");
        }

        @Override
        protected java.io.InputStream getInputStream() throws IOException {
            throw caught("read");
        }

        @Override
        protected java.io.OutputStream getOutputStream() throws IOException {
            throw caught("written");
        }

        @Override
        protected int available() {
            return 0;
        }

        @Override
        protected void close() {}

        @Override
        protected void sendUrgentData(int data) throws IOException {
            throw caught("written");
        }

        @Override
        public void setOption(int option, Object value) {}

        @Override
        public Object getOption(int option) throws SocketException {
            throw new SocketException("no such option");
        }

        private static SocketException caught(String what) {
            NetworkTrap.caught("socket " + what);
            return new SocketException("trapped");
        }
    }
}
