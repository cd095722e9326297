package org.waxwing.crypto.smime.gate;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/// Channels to the network that fall into the trap as soon as they are made.
public final class TrappedChannels extends SelectorProvider {
    public TrappedChannels() {}

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        throw caught("datagrams");
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        throw caught("datagrams");
    }

    @Override
    public Pipe openPipe() throws IOException {
        throw caught("pipe");
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        throw caught("selector");
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        throw caught("server");
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        throw caught("stream");
    }

    private static IOException caught(String what) {
        NetworkTrap.caught("channel of " + what);
        return new IOException("trapped");
    }
}
