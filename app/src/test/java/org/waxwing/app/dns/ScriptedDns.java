package org.waxwing.app.dns;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/// A DNS on this computer, by UDP and TCP, that answers each name by a rule and notes what was asked
/// (RFC 1035 §4).
final class ScriptedDns implements AutoCloseable {
    private static final int HEADER = 12;
    private static final int LARGEST_DATAGRAM = 512;

    private final DatagramSocket datagrams;
    private final ServerSocket connections;
    private final Function<String, Reply> rule;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /// What is said to a question.
    ///
    /// @param code 0 for an answer, 2 for a server that fails, 3 for a name that doesn't exist, 5 for one that
    ///   refuses; below zero for silence
    /// @param alias another name to which the records belong, or nothing
    /// @param records each the strings of a TXT record
    record Reply(int code, String alias, List<List<String>> records) {
        static Reply texts(List<List<String>> records) {
            return new Reply(0, "", records);
        }

        static Reply code(int code) {
            return new Reply(code, "", List.of());
        }
    }

    ScriptedDns(Function<String, Reply> rule) throws IOException {
        this.rule = rule;
        this.connections = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.datagrams =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), connections.getLocalPort()));
        Thread.ofVirtual().start(this::serveDatagrams);
        Thread.ofVirtual().start(this::serveConnections);
    }

    String url() {
        return "dns://127.0.0.1:" + connections.getLocalPort();
    }

    /// Each name with `/udp` or `/tcp`.
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serveDatagrams() {
        byte[] buffer = new byte[LARGEST_DATAGRAM];
        while (!datagrams.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                datagrams.receive(packet);
                byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
                byte[] answer = answer(question, "/udp");
                if (answer.length > 0) {
                    datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serveConnections() {
        while (!connections.isClosed()) {
            try (Socket client = connections.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                byte[] answer = answer(in.readNBytes(in.readUnsignedShort()), "/tcp");
                DataOutputStream out = new DataOutputStream(client.getOutputStream());
                out.writeShort(answer.length);
                out.write(answer);
                out.flush();
            } catch (IOException gone) {
                // By the other side, or by closing.
            }
        }
    }

    private byte[] answer(byte[] question, String way) throws IOException {
        String name = name(question);
        asked.add(name + way);
        Reply reply = rule.apply(name);
        if (reply.code() < 0) {
            return new byte[0];
        }
        byte[] whole = message(question, reply, false);
        return way.equals("/udp") && whole.length > LARGEST_DATAGRAM
                ? message(question, new Reply(reply.code(), "", List.of()), true)
                : whole;
    }

    private static byte[] message(byte[] question, Reply reply, boolean cut) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(octets);
        boolean alias = !reply.alias().isEmpty();
        out.write(question, 0, 2);
        out.writeShort(0x8180 | (cut ? 0x0200 : 0) | reply.code());
        out.writeShort(1);
        out.writeShort(reply.records().size() + (alias ? 1 : 0));
        out.writeInt(0);
        out.write(question, HEADER, question.length - HEADER);
        byte[] owner = {(byte) 0xC0, HEADER};
        if (alias) {
            record(out, owner, 5, encoded(reply.alias()));
            owner = encoded(reply.alias());
        }
        for (List<String> strings : reply.records()) {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            for (String string : strings) {
                data.write(string.length());
                data.writeBytes(string.getBytes(StandardCharsets.ISO_8859_1));
            }
            record(out, owner, 16, data.toByteArray());
        }
        return octets.toByteArray();
    }

    private static void record(DataOutputStream out, byte[] owner, int type, byte[] data) throws IOException {
        out.write(owner);
        out.writeShort(type);
        out.writeShort(1);
        out.writeInt(60);
        out.writeShort(data.length);
        out.write(data);
    }

    private static byte[] encoded(String name) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (String label : name.split("\\.", -1)) {
            octets.write(label.length());
            octets.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        octets.write(0);
        return octets.toByteArray();
    }

    private static String name(byte[] question) {
        List<String> labels = new ArrayList<>();
        for (int i = HEADER; question[i] != 0; i += question[i] + 1) {
            labels.add(new String(question, i + 1, question[i], StandardCharsets.US_ASCII));
        }
        return String.join(".", labels);
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
        connections.close();
    }
}
