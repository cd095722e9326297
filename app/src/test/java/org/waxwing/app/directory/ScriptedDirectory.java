package org.waxwing.app.directory;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.waxwing.crypto.mime.Octets;

/// A directory on this computer that lets everybody sign in and gives the same entries to each search
/// (RFC 4511), with a result code and a referral if it is told to.
public final class ScriptedDirectory implements AutoCloseable {
    private static final int BIND = 0x60;
    private static final int SEARCH = 0x63;

    private final ServerSocket server;
    private final List<Map<String, List<Octets>>> entries;
    private final int result;
    private final List<Octets> searches = Collections.synchronizedList(new ArrayList<>());
    private final Thread serving;

    /// @param entries the attributes of each
    /// @param result 0 for success
    public ScriptedDirectory(List<Map<String, List<Octets>>> entries, int result) throws IOException {
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.entries = List.copyOf(entries);
        this.result = result;
        this.serving = Thread.ofVirtual().start(this::serve);
    }

    public String url() {
        return "ldap://127.0.0.1:" + server.getLocalPort() + "/o=Example";
    }

    /// The search requests as they came.
    public List<Octets> searches() {
        return List.copyOf(searches);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                while (true) {
                    answer(message(in), client);
                }
            } catch (IOException gone) {
                // By the other side, or by closing.
            }
        }
    }

    private void answer(byte[] message, Socket client) throws IOException {
        byte[] number = {message[0], message[1], message[2]};
        int operation = Byte.toUnsignedInt(message[3]);
        if (message[1] != 1) {
            throw new IOException("so many messages are not scripted");
        }
        switch (operation) {
            case BIND -> say(client, number, tagged(0x61, done(0)));
            case SEARCH -> {
                searches.add(Octets.of(message));
                for (Map<String, List<Octets>> entry : entries) {
                    say(client, number, tagged(0x64, text("cn=somebody,o=Example"), tagged(0x30, attributes(entry))));
                }
                say(client, number, tagged(0x65, done(result)));
            }
            default -> throw new IOException("it says farewell");
        }
    }

    private static byte[] attributes(Map<String, List<Octets>> entry) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        entry.forEach((name, values) -> {
            ByteArrayOutputStream set = new ByteArrayOutputStream();
            values.forEach(value -> set.writeBytes(tagged(0x04, value.toByteArray())));
            all.writeBytes(tagged(0x30, text(name), tagged(0x31, set.toByteArray())));
        });
        return all.toByteArray();
    }

    private static byte[] done(int code) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x0A, 1, (byte) code});
        out.writeBytes(text(""));
        out.writeBytes(text(""));
        if (code == 10) {
            out.writeBytes(tagged(0xA3, text("ldap://elsewhere.example/")));
        }
        return out.toByteArray();
    }

    private static void say(Socket client, byte[] number, byte[] operation) throws IOException {
        client.getOutputStream().write(tagged(0x30, number, operation));
    }

    private static byte[] text(String text) {
        return tagged(0x04, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.writeBytes(new byte[] {(byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] message(DataInputStream in) throws IOException {
        int _ = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if (length >= 0x80) {
            int octets = length - 0x80;
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = (length << Byte.SIZE) | in.readUnsignedByte();
            }
        }
        byte[] message = new byte[length];
        in.readFully(message);
        return message;
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
