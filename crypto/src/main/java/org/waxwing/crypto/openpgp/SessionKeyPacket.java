package org.waxwing.crypto.openpgp;

import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// A session key encrypted to a public key (RFC 9580 §5.1), as far as its first octets tell.
///
/// @param keyId 0 where the recipient is hidden (RFC 9580 §5.1.8)
/// @param fields what stands behind the algorithm's number
record SessionKeyPacket(RawPacket packet, long keyId, int algorithm, Octets fields) {
    /// Nothing for versions and algorithms that we don't know: the others may still open the message.
    static Optional<SessionKeyPacket> of(RawPacket packet) {
        Octets body = packet.body();
        if (packet.tag() != RawPacket.PKESK || body.length() < 12) {
            return Optional.empty();
        }
        return switch (body.at(0)) {
            case 3 -> known(packet, SignaturePeek.number(body, 1, 8), 9);
            case 6 -> version6(packet, body);
            default -> Optional.empty();
        };
    }

    private static Optional<SessionKeyPacket> version6(RawPacket packet, Octets body) {
        int length = body.at(1);
        if (length == 0) {
            return known(packet, 0, 2);
        }
        if (body.length() < length + 4) {
            return Optional.empty();
        }
        int algorithm = 2 + length;
        return switch (length) {
            case 21 -> known(packet, SignaturePeek.number(body, 15, 8), algorithm);
            case 33 -> known(packet, SignaturePeek.number(body, 3, 8), algorithm);
            default -> Optional.empty();
        };
    }

    /// @param at where the algorithm's number stands
    private static Optional<SessionKeyPacket> known(RawPacket packet, long keyId, int at) {
        Octets body = packet.body();
        int algorithm = body.at(at);
        return Algorithms.canEncrypt(algorithm)
                ? Optional.of(new SessionKeyPacket(packet, keyId, algorithm, body.slice(at + 1, body.length())))
                : Optional.empty();
    }
}
