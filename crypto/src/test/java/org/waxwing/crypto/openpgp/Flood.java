package org.waxwing.crypto.openpgp;

import java.nio.ByteBuffer;
import org.waxwing.crypto.mime.Octets;

/// Signatures that strangers could make in any number: copies of one with other dates.
final class Flood {
    private Flood() {}

    static RawPacket laterBy(RawPacket signature, int seconds) {
        byte[] body = signature.body().toByteArray();
        for (int at = 6; at < SignaturePeek.of(signature).orElseThrow().tail().hashedEnd() - 5; at++) {
            if (body[at] == 5 && (body[at + 1] & 0x7F) == 2) {
                ByteBuffer date = ByteBuffer.wrap(body);
                ByteBuffer _ = date.putInt(at + 2, date.getInt(at + 2) + seconds);
                return new RawPacket(signature.tag(), Octets.of(body));
            }
        }
        throw new AssertionError("a signature without a date");
    }

    /// The signature with a digest prefix that is right, so that only the mathematics can tell.
    static RawPacket claiming(RawPacket signature, SignedPart part) {
        SignaturePeek peek = SignaturePeek.of(signature).orElseThrow();
        int right = SignedPart.prefix(part.digest(signature, peek).orElseThrow());
        byte[] body = signature.body().toByteArray();
        int unhashed = peek.tail().hashedEnd();
        int at = unhashed + 2 + (int) SignaturePeek.number(signature.body(), unhashed, 2);
        body[at] = (byte) (right >> 8);
        body[at + 1] = (byte) right;
        return new RawPacket(signature.tag(), Octets.of(body));
    }
}
