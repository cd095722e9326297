package org.waxwing.crypto.gnupg;

import org.waxwing.crypto.mime.Octets;

/// Any bytes can be read as a keybox and as a trust database.
public final class KeyboxFuzz {
    private KeyboxFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Octets file = Octets.of(input);
        for (Keybox.Item item : Keybox.read(file).items()) {
            switch (item) {
                case Keybox.Item.Keyblock(Octets packets) -> {
                    for (PacketWalk.Packet packet : PacketWalk.packets(packets)) {
                        var _ = PublicPart.parse(packet.body()).map(Keygrip::of);
                    }
                }
                case Keybox.Item.X509() -> {
                    // Nothing of it is read.
                }
                case Keybox.Item.Damaged(int offset, boolean _) -> within(offset, input);
                case Keybox.Item.TooLarge(int offset) -> within(offset, input);
            }
        }
        var _ = TrustDatabase.read(file);
        var _ = RevocationFile.armor(file);
    }

    private static void within(int offset, byte[] input) {
        if (offset < 0 || offset >= input.length) {
            throw new AssertionError("an offset outside of the file");
        }
    }
}
