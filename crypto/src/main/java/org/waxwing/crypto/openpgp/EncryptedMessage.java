package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.waxwing.crypto.mime.Octets;

/// An encrypted message taken apart: the packets that hold its session key, and the packet that the
/// session key opens (RFC 9580 §10.3).
///
/// @param keyPackets only those whose version we know and which goes with that of the data
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
        RawPacket data = packets.getLast();
        List<RawPacket> keyPackets = new ArrayList<>();
        for (RawPacket packet : packets.subList(0, packets.size() - 1)) {
            if (packet.tag() != RawPacket.PKESK && packet.tag() != RawPacket.SKESK) {
                return Optional.empty();
            }
            if (isUnderstood(packet) && goWith(packet.version(), data) && keyPackets.size() < MAX_KEY_PACKETS) {
                keyPackets.add(packet);
            }
        }
        return isData(data) ? Optional.of(new EncryptedMessage(keyPackets, data)) : Optional.empty();
    }

    /// The data packet cut behind what says how it is encrypted: enough to find the session key with.
    RawPacket head() {
        Octets body = data.body();
        return new RawPacket(data.tag(), body.slice(0, Math.min(body.length(), HEAD)));
    }

    /// Session keys of version 6 belong to data of version 2 and to no other; those of version 5 to the
    /// packet of GnuPG (RFC 9580 §10.3.2.1). To mix them is how one would downgrade a message.
    private static boolean goWith(int keyVersion, RawPacket data) {
        boolean version2 = data.tag() == RawPacket.ENCRYPTED_WITH_INTEGRITY && data.version() == 2;
        return switch (keyVersion) {
            case 6 -> version2;
            case 5 -> data.tag() == RawPacket.ENCRYPTED_LIBREPGP;
            default -> !version2;
        };
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

    /// Whether we know the mechanism and its algorithms, with chunks of a size that can be held. What is
    /// too short to say so was cut.
    boolean isSupported() {
        Octets body = data.body();
        if (body.length() < 4) {
            return true;
        }
        boolean chunked = isBlockOf128Bits(body.at(1)) && isAead(body.at(2)) && body.at(3) <= MAX_CHUNK_OCTET;
        return data.tag() == RawPacket.ENCRYPTED_LIBREPGP
                ? body.at(0) == 1 && chunked
                : body.at(0) == 1 || (body.at(0) == 2 && chunked);
    }

    private static boolean isBlockOf128Bits(int cipher) {
        return cipher >= SymmetricKeyAlgorithmTags.AES_128 && cipher <= SymmetricKeyAlgorithmTags.CAMELLIA_256;
    }

    private static boolean isAead(int mode) {
        return mode >= AEADAlgorithmTags.EAX && mode <= AEADAlgorithmTags.GCM;
    }
}
