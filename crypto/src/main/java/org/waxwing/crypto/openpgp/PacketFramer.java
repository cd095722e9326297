package org.waxwing.crypto.openpgp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.work.Work;

/// Cuts bytes into packets and judges only their framing (RFC 9580 §4.2), so that one packet which nobody
/// understands costs no other.
final class PacketFramer {
    /// More packets than this in one piece are not read.
    static final int MAX_PACKETS = 2_000_000;

    private final Octets in;
    private int at;

    private PacketFramer(Octets in) {
        this.in = in;
    }

    /// @param packets those whose framing holds, up to the first that doesn't
    /// @param intact whether the bytes ended where a packet ended
    record Framed(List<RawPacket> packets, boolean intact) {
        Framed {
            packets = List.copyOf(packets);
        }
    }

    static Framed frame(Octets in) {
        PacketFramer framer = new PacketFramer(in);
        List<RawPacket> packets = new ArrayList<>();
        boolean intact = true;
        while (intact && framer.at < in.length()) {
            intact = packets.size() < MAX_PACKETS && framer.next(packets);
        }
        return new Framed(packets, intact);
    }

    private boolean next(List<RawPacket> packets) {
        Work.step();
        int header = in.at(at++);
        if ((header & 0x80) == 0) {
            return false;
        }
        return (header & 0x40) != 0 ? current(header & 0x3F, packets) : legacy(header, packets);
    }

    private boolean current(int tag, List<RawPacket> packets) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        boolean first = true;
        while (true) {
            if (at >= in.length()) {
                return false;
            }
            int octet = in.at(at++);
            if (octet >= 224 && octet < 255) {
                int part = 1 << (octet & 0x1F);
                if (part < 0 || part > in.length() - at || (first && part < 512) || !mayBePartial(tag)) {
                    return false;
                }
                joined.writeBytes(in.slice(at, at + part).toByteArray());
                at += part;
                first = false;
                continue;
            }
            long length = octet < 192 ? octet : octet < 224 ? twoOctets(octet) : number(4);
            return take(tag, length, first, joined, packets);
        }
    }

    private boolean take(int tag, long length, boolean whole, ByteArrayOutputStream joined, List<RawPacket> packets) {
        if (length < 0 || length > in.length() - at) {
            return false;
        }
        int end = at + (int) length;
        Octets last = in.slice(at, end);
        at = end;
        if (whole) {
            packets.add(new RawPacket(tag, last));
        } else {
            joined.writeBytes(last.toByteArray());
            packets.add(new RawPacket(tag, Octets.of(joined.toByteArray())));
        }
        return true;
    }

    /// Partial lengths are for data packets only (RFC 9580 §4.2.1.4).
    private static boolean mayBePartial(int tag) {
        return tag == RawPacket.LITERAL
                || tag == RawPacket.COMPRESSED
                || tag == RawPacket.ENCRYPTED_WITHOUT_INTEGRITY
                || tag == RawPacket.ENCRYPTED_WITH_INTEGRITY
                || tag == RawPacket.ENCRYPTED_LIBREPGP;
    }

    private long twoOctets(int first) {
        return at < in.length() ? ((first - 192) << 8) + in.at(at++) + 192 : -1;
    }

    private long number(int octets) {
        if (in.length() - at < octets) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value = (value << 8) | in.at(at++);
        }
        return value;
    }

    private boolean legacy(int header, List<RawPacket> packets) {
        int tag = (header >> 2) & 0x0F;
        int lengthType = header & 0x03;
        if (lengthType == 3) {
            return mayBePartial(tag) && take(tag, in.length() - at, true, new ByteArrayOutputStream(), packets);
        }
        return take(tag, number(1 << lengthType), true, new ByteArrayOutputStream(), packets);
    }
}
