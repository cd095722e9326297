package org.waxwing.crypto.openpgp;

import java.util.Optional;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.mime.Octets;

/// What a packet before the text says about the hash of a signature, so that it can be made while the text
/// passes by (RFC 9580 §5.4). Whether it was true shows when the signature comes.
final class Announcement {
    private Announcement() {}

    /// Nothing where the packet says nothing that we understand.
    static Optional<DocumentHash.Kind> in(RawPacket packet) {
        if (packet.tag() == RawPacket.SIGNATURE) {
            return SignaturePeek.of(packet)
                    .flatMap(peek -> kind(peek.type(), peek.hash(), peek.tail().salt()));
        }
        Octets body = packet.body();
        if (body.length() == 13 && body.at(0) == 3) {
            return kind(body.at(1), body.at(2), Octets.empty());
        }
        boolean salted = body.length() > 5 && body.at(0) == 6 && body.length() > 5 + body.at(4);
        return salted ? kind(body.at(1), body.at(2), body.slice(5, 5 + body.at(4))) : Optional.empty();
    }

    private static Optional<DocumentHash.Kind> kind(int type, int hash, Octets salt) {
        return switch (type) {
            case PGPSignature.BINARY_DOCUMENT ->
                Optional.of(new DocumentHash.Kind(hash, DocumentHash.LineEnds.AS_THEY_ARE, salt));
            case PGPSignature.CANONICAL_TEXT_DOCUMENT ->
                Optional.of(new DocumentHash.Kind(hash, DocumentHash.LineEnds.OF_FILES, salt));
            default -> Optional.empty();
        };
    }
}
