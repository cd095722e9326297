package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// An encrypted message taken apart: the packets that hold its session key, and the packet that the
/// session key opens (RFC 9580 §10.3).
///
/// @param keyPackets only those whose version we know
record EncryptedMessage(List<RawPacket> keyPackets, RawPacket data) {
    private static final int MAX_KEY_PACKETS = 10_000;
    private static final int MAX_CHUNK_OCTET = 16;
    private static final int HEAD = 64;

    EncryptedMessage {
        keyPackets = List.copyOf(keyPackets);
    }

    /// Nothing where the packets are no encrypted message.
    static Optional<EncryptedMessage> of(List<RawPacket> all) {
        Optional<List<RawPacket>> kept = MessageGrammar.withoutNoise(all);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        List<RawPacket> packets = kept.get();
        List<RawPacket> keyPackets = new ArrayList<>();
        for (RawPacket packet : packets.subList(0, packets.size() - 1)) {
            if (packet.tag() != RawPacket.PKESK && packet.tag() != RawPacket.SKESK) {
                return Optional.empty();
            }
            if (isUnderstood(packet) && keyPackets.size() < MAX_KEY_PACKETS) {
                keyPackets.add(packet);
            }
        }
        RawPacket data = packets.getLast();
        return isData(data) ? Optional.of(new EncryptedMessage(keyPackets, data)) : Optional.empty();
    }

    /// The data packet cut behind what says how it is encrypted: enough to find the session key with.
    RawPacket head() {
        Octets body = data.body();
        return new RawPacket(data.tag(), body.slice(0, Math.min(body.length(), HEAD)));
    }

    static boolean isData(RawPacket packet) {
        return packet.tag() == RawPacket.ENCRYPTED_WITH_INTEGRITY
                || packet.tag() == RawPacket.ENCRYPTED_LIBREPGP
                || packet.tag() == RawPacket.ENCRYPTED_WITHOUT_INTEGRITY;
    }

    private static boolean isUnderstood(RawPacket packet) {
        return packet.tag() == RawPacket.PKESK
                ? SessionKeyPacket.of(packet).isPresent()
                : packet.version() == 4 || packet.version() == 5 || packet.version() == 6;
    }

    /// Whether anything protects the text from being changed.
    boolean isIntegrityProtected() {
        return data.tag() != RawPacket.ENCRYPTED_WITHOUT_INTEGRITY;
    }

    /// Whether we know the mechanism, with chunks of a size that can be held.
    boolean isSupported() {
        Octets body = data.body();
        if (data.tag() == RawPacket.ENCRYPTED_LIBREPGP) {
            return body.length() > 4 && body.at(0) == 1 && body.at(3) <= MAX_CHUNK_OCTET;
        }
        return !body.isEmpty()
                && (body.at(0) == 1 || (body.at(0) == 2 && body.length() > 36 && body.at(3) <= MAX_CHUNK_OCTET));
    }
}
