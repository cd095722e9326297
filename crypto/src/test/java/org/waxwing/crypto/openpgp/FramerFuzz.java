package org.waxwing.crypto.openpgp;

import org.waxwing.crypto.mime.Octets;

/// Any bytes can be cut into packets; what was cut can be written and cut again with the same result.
public final class FramerFuzz {
    private FramerFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        PacketFramer.Framed framed = PacketFramer.frame(Octets.of(input));
        long sum = framed.packets().stream()
                .mapToLong(packet -> packet.body().length())
                .sum();
        if (sum > input.length) {
            throw new AssertionError("more came out than went in");
        }
        PacketFramer.Framed again = PacketFramer.frame(RawPacket.encode(framed.packets()));
        if (!again.intact() || !again.packets().equals(framed.packets())) {
            throw new AssertionError("written packets read differently");
        }
        var _ = KeyBlock.group(framed.packets());
        var _ = EncryptedMessage.of(framed.packets()).map(EncryptedMessage::isSupported);
        for (RawPacket packet : framed.packets()) {
            var _ = SignaturePeek.of(packet);
            var _ = SessionKeyPacket.of(packet);
        }
    }
}
