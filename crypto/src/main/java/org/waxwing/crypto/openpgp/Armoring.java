package org.waxwing.crypto.openpgp;

import java.util.List;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;
import org.waxwing.crypto.sop.SopResult.Failed;

/// Puts on and takes off ASCII armour for the Stateless OpenPGP operations.
public final class Armoring {
    /// What the other programs of this kind write, which read each other's output byte by byte.
    private static final String LINE_END = "\n";

    private Armoring() {}

    /// Packets as an operation gives them out. Version 6 has no checksum (RFC 9580 §6.1).
    static Octets written(String kind, Octets binary, boolean armored) {
        return armored
                ? Armor.write(
                        kind, binary, !isVersion6(PacketFramer.frame(binary).packets()), LINE_END)
                : binary;
    }

    private static boolean isVersion6(List<RawPacket> packets) {
        return !packets.isEmpty() && packets.getFirst().version() == 6;
    }

    public static SopResult<Octets> armor(Octets data) {
        if (Armor.isArmored(data)) {
            return Armor.blocks(data).isEmpty() ? new Failed<>(SopFailure.BAD_DATA) : new Done<>(data);
        }
        List<RawPacket> packets = PacketFramer.frame(data).packets();
        if (packets.isEmpty()) {
            return new Failed<>(SopFailure.BAD_DATA);
        }
        String kind = switch (packets.getFirst().tag()) {
            case RawPacket.SECRET_KEY -> "PRIVATE KEY BLOCK";
            case RawPacket.PUBLIC_KEY -> "PUBLIC KEY BLOCK";
            case RawPacket.SIGNATURE ->
                packets.stream().allMatch(packet -> packet.tag() == RawPacket.SIGNATURE) ? "SIGNATURE" : "MESSAGE";
            default -> "MESSAGE";
        };
        return new Done<>(Armor.write(kind, data, !isVersion6(packets), LINE_END));
    }

    public static SopResult<Octets> dearmor(Octets data) {
        if (!data.isEmpty() && !Armor.isArmored(data)) {
            return new Done<>(data);
        }
        List<Armor.Block> blocks = Armor.blocks(data);
        return blocks.isEmpty() || !blocks.getFirst().intact()
                ? new Failed<>(SopFailure.BAD_DATA)
                : new Done<>(blocks.getFirst().data());
    }
}
