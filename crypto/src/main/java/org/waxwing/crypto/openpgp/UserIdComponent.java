package org.waxwing.crypto.openpgp;

import java.util.List;
import org.waxwing.crypto.cert.UserId;

/// A user id with the statements of the key's owner about it that hold.
record UserIdComponent(RawPacket packet, UserId userId, List<SelfSignature> signatures) {
    UserIdComponent {
        signatures = List.copyOf(signatures);
    }

    static UserIdComponent of(RawPacket packet, List<SelfSignature> signatures) {
        return new UserIdComponent(packet, new UserId(packet.body().utf8()), signatures);
    }
}
