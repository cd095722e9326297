package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// The signature packets of a detached signature, armoured or binary, in their order.
final class DetachedSignatures {
    private static final int MAX = 64;

    private DetachedSignatures() {}

    static List<RawPacket> packets(Octets signature) {
        List<RawPacket> found = new ArrayList<>();
        if (Armor.isArmored(signature)) {
            for (Armor.Block block : Armor.blocks(signature)) {
                if (block.intact()
                        && (block.kind().equals("SIGNATURE") || block.kind().equals("MESSAGE"))) {
                    found.addAll(PacketFramer.frame(block.data()).packets());
                }
            }
        } else {
            found.addAll(PacketFramer.frame(signature).packets());
        }
        return found.stream()
                .filter(packet -> packet.tag() == RawPacket.SIGNATURE)
                .limit(MAX)
                .toList();
    }
}
