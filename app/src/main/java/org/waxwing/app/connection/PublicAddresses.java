package org.waxwing.app.connection;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/// Which addresses are of the public internet. An address that a stranger names must not lead to the
/// person's own computer or network.
public final class PublicAddresses {
    private PublicAddresses() {}

    /// Whether anybody may reach it: not this computer, not a network of one's own, nothing set apart
    /// (RFC 6890).
    public static boolean contains(InetAddress address) {
        boolean apart = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !apart
                && switch (address) {
                    case Inet4Address four -> isPublic(four);
                    case Inet6Address six -> isPublic(six);
                    default -> false;
                };
    }

    private static boolean isPublic(Inet4Address address) {
        int whole = 0;
        for (byte octet : address.getAddress()) {
            whole = (whole << Byte.SIZE) | Byte.toUnsignedInt(octet);
        }
        return !(within(whole, 0, 8) // this network
                || within(whole, 10 << 24, 8)
                || within(whole, (100 << 24) | (64 << 16), 10) // carriers' own (RFC 6598)
                || within(whole, 127 << 24, 8)
                || within(whole, (169 << 24) | (254 << 16), 16)
                || within(whole, (172 << 24) | (16 << 16), 12)
                || within(whole, 192 << 24, 24) // protocols' own
                || within(whole, (192 << 24) | (2 << 8), 24) // for examples, and two more below
                || within(whole, (192 << 24) | (88 << 16) | (99 << 8), 24)
                || within(whole, (192 << 24) | (168 << 16), 16)
                || within(whole, (198 << 24) | (18 << 16), 15) // for measuring
                || within(whole, (198 << 24) | (51 << 16) | (100 << 8), 24)
                || within(whole, (203 << 24) | (113 << 8), 24)
                || within(whole, 240 << 24, 4)); // kept for later, and the broadcast
    }

    private static boolean within(int address, int network, int bits) {
        int beyond = Integer.SIZE - bits;
        return (address >> beyond) == (network >> beyond);
    }

    /// Only what was handed out (2000::/3) without the parts that carry another address inside or are for
    /// examples: Teredo, 6to4, documentation.
    private static boolean isPublic(Inet6Address address) {
        byte[] octets = address.getAddress();
        int first = (Byte.toUnsignedInt(octets[0]) << Byte.SIZE) | Byte.toUnsignedInt(octets[1]);
        int second = (Byte.toUnsignedInt(octets[2]) << Byte.SIZE) | Byte.toUnsignedInt(octets[3]);
        boolean handedOut = (first >> 13) == 1;
        boolean special = (first == 0x2001 && (second < 0x0200 || second == 0x0DB8))
                || first == 0x2002
                || (first == 0x3FFF && second < 0x1000);
        return handedOut && !special;
    }
}
