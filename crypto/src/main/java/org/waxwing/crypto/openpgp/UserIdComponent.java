package org.waxwing.crypto.openpgp;

import java.util.List;
import org.waxwing.crypto.cert.UserId;

/// A user id with the statements of the key's owner about it that hold.
///
/// @param others signatures that aren't the owner's, unchecked
record UserIdComponent(RawPacket packet, UserId userId, List<SelfSignature> signatures, List<RawPacket> others) {
    UserIdComponent {
        signatures = List.copyOf(signatures);
        others = List.copyOf(others);
    }

    static UserIdComponent of(RawPacket packet, SelfSignatures.Sorted sorted) {
        return new UserIdComponent(packet, new UserId(packet.body().utf8()), sorted.own(), sorted.others());
    }
}
