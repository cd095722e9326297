package org.waxwing.crypto.gnupg;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// Cuts a certificate in binary form into its packets (RFC 9580 §4.2). The certificate has been parsed
/// before, so a form that certificates don't have, such as partial lengths, just ends the walk.
final class PacketWalk {
    static final int PUBLIC_KEY = 6;
    static final int PUBLIC_SUBKEY = 14;

    private PacketWalk() {}

    /// @param whole the packet with its header
    record Packet(int tag, Octets body, Octets whole) {
        boolean isKey() {
            return tag == PUBLIC_KEY || tag == PUBLIC_SUBKEY;
        }
    }

    static List<Packet> packets(Octets certificate) {
        List<Packet> packets = new ArrayList<>();
        int offset = 0;
        while (offset + 2 <= certificate.length()) {
            int first = certificate.at(offset);
            boolean recent = (first & 0x40) != 0;
            int tag = recent ? first & 0x3F : first >> 2 & 0x0F;
            int octets = lengthOctets(certificate, offset, recent);
            int body = offset + 1 + octets;
            if (octets == 0 || body > certificate.length()) {
                break;
            }
            long length = length(certificate, offset + 1, octets, recent);
            if (length > certificate.length() - body) {
                break;
            }
            int end = body + (int) length;
            packets.add(new Packet(tag, certificate.slice(body, end), certificate.slice(offset, end)));
            offset = end;
        }
        return packets;
    }

    /// How many octets hold the length; 0 for a length that is not given.
    private static int lengthOctets(Octets bytes, int offset, boolean recent) {
        if (recent) {
            int start = bytes.at(offset + 1);
            return start < 192 ? 1 : start < 224 ? 2 : start == 255 ? 5 : 0;
        }
        return switch (bytes.at(offset) & 3) {
            case 0 -> 1;
            case 1 -> 2;
            case 2 -> 4;
            default -> 0;
        };
    }

    private static long length(Octets bytes, int from, int octets, boolean recent) {
        if (recent && octets == 2) {
            return ((bytes.at(from) - 192L) << 8) + bytes.at(from + 1) + 192;
        }
        long value = 0;
        for (int i = recent && octets == 5 ? 1 : 0; i < octets; i++) {
            value = value << 8 | bytes.at(from + i);
        }
        return value;
    }
}
