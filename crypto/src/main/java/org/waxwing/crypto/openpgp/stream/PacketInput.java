package org.waxwing.crypto.openpgp.stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.work.Work;

/// Packets one after the other from a stream, judged by their framing only (RFC 9580 §4.2). Fails with a
/// [BrokenStreamException] where the framing doesn't hold.
public final class PacketInput {
    private static final int MAX_PACKETS = 2_000_000;
    private static final int SHORTEST_FIRST_PART = 512;
    private static final int SKIP_SIZE = 1 << 14;
    private static final long WITHOUT_END = -1;

    /// Partial and indeterminate lengths are for data packets only (RFC 9580 §4.2.1.4): types 8, 9, 11, 18
    /// and GnuPG's 20.
    private static final Set<Integer> MAY_BE_PARTIAL = Set.of(8, 9, 11, 18, 20);

    private final InputStream in;
    private Body body;
    private int packets;

    public PacketInput(InputStream in) {
        this.in = in;
        this.body = new Body(0, 0, false);
    }

    /// Goes to the next packet, past what is left of this one.
    ///
    /// @return its type ID, or -1 at the end
    public int next() throws IOException {
        Work.step();
        byte[] passed = new byte[SKIP_SIZE];
        while (body.read(passed, 0, passed.length) >= 0) {
            // Only its framing matters.
            Objects.requireNonNull(passed);
        }
        int header = in.read();
        if (header < 0) {
            return -1;
        }
        if ((header & 0x80) == 0 || ++packets > MAX_PACKETS) {
            throw BrokenStreamException.malformed();
        }
        return (header & 0x40) != 0 ? current(header & 0x3F) : legacy(header);
    }

    /// The body of this packet, partial lengths joined.
    public InputStream body() {
        return body;
    }

    /// The body as a whole.
    ///
    /// @param limit in octets; more is a [BrokenStreamException]
    public Octets whole(int limit) throws IOException {
        byte[] all = body.readNBytes(limit + 1);
        if (all.length > limit) {
            throw BrokenStreamException.tooLarge();
        }
        return Octets.of(all);
    }

    private int current(int tag) throws IOException {
        body = new Body(tag, 0, false);
        body.continueWith(octet(), true);
        return tag;
    }

    private int legacy(int header) throws IOException {
        int tag = (header >> 2) & 0x0F;
        int lengthType = header & 0x03;
        if (lengthType == 3 && !MAY_BE_PARTIAL.contains(tag)) {
            throw BrokenStreamException.malformed();
        }
        body = new Body(tag, lengthType == 3 ? WITHOUT_END : number(1 << lengthType), false);
        return tag;
    }

    private int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw BrokenStreamException.malformed();
        }
        return octet;
    }

    private long number(int octets) throws IOException {
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value = (value << 8) | octet();
        }
        return value;
    }

    private final class Body extends InputStream {
        private final int tag;
        private long left;
        private boolean more;

        Body(int tag, long left, boolean more) {
            this.tag = tag;
            this.left = left;
            this.more = more;
        }

        void continueWith(int octet, boolean first) throws IOException {
            more = octet >= 224 && octet < 255;
            if (more) {
                left = 1L << (octet & 0x1F);
                if (!MAY_BE_PARTIAL.contains(tag) || (first && left < SHORTEST_FIRST_PART)) {
                    throw BrokenStreamException.malformed();
                }
            } else if (octet < 192) {
                left = octet;
            } else {
                left = octet < 224 ? ((octet - 192L) << 8) + octet() + 192 : number(4);
            }
        }

        private boolean isAtEnd() throws IOException {
            while (left == 0 && more) {
                continueWith(octet(), false);
            }
            return left == 0;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            boolean endless = left == WITHOUT_END;
            int count = in.read(target, offset, endless ? length : (int) Math.min(length, left));
            if (count < 0) {
                if (!endless) {
                    // Whoever asks again is told the same.
                    throw BrokenStreamException.malformed();
                }
                left = 0;
                return -1;
            }
            left -= endless ? 0 : count;
            return count;
        }
    }
}
