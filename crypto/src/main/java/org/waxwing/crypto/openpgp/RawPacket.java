package org.waxwing.crypto.openpgp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// One packet as it lies in a file or message (RFC 9580 §4), its body not yet understood.
///
/// @param tag the packet type ID, 0 to 63
/// @param body without header; partial lengths are joined
record RawPacket(int tag, Octets body) {
    static final int PKESK = 1;
    static final int SIGNATURE = 2;
    static final int SKESK = 3;
    static final int ONE_PASS_SIGNATURE = 4;
    static final int SECRET_KEY = 5;
    static final int PUBLIC_KEY = 6;
    static final int SECRET_SUBKEY = 7;
    static final int COMPRESSED = 8;
    static final int ENCRYPTED_WITHOUT_INTEGRITY = 9;
    static final int MARKER = 10;
    static final int LITERAL = 11;
    static final int TRUST = 12;
    static final int USER_ID = 13;
    static final int PUBLIC_SUBKEY = 14;
    static final int USER_ATTRIBUTE = 17;
    static final int ENCRYPTED_WITH_INTEGRITY = 18;
    static final int ENCRYPTED_LIBREPGP = 20;
    static final int PADDING = 21;

    /// From this type ID on an unknown packet may be passed over (RFC 9580 §4.3).
    static final int FIRST_NON_CRITICAL = 40;

    /// The first octet of the body, which is the version in most packets; -1 where there is none.
    int version() {
        return body.isEmpty() ? -1 : body.at(0);
    }

    boolean isSecretKey() {
        return tag == SECRET_KEY || tag == SECRET_SUBKEY;
    }

    /// The packet with a header in the current format (RFC 9580 §4.2.1).
    byte[] encoded() {
        return encode(List.of(this)).toByteArray();
    }

    void writeTo(OutputStream out) throws IOException {
        writeHeader(out, tag, body.length());
        body.writeTo(out);
    }

    /// A header in the current format before a body of a known length.
    static void writeHeader(OutputStream out, int tag, int length) throws IOException {
        out.write(0xC0 | tag);
        if (length < 192) {
            out.write(length);
        } else if (length < 8384) {
            out.write(((length - 192) >> 8) + 192);
            out.write(length - 192);
        } else {
            out.write(0xFF);
            out.write(length >>> 24);
            out.write(length >>> 16);
            out.write(length >>> 8);
            out.write(length);
        }
    }

    static Octets encode(List<RawPacket> packets) {
        long length =
                packets.stream().mapToLong(packet -> packet.body().length() + 6).sum();
        Octets.Collector out = new Octets.Collector((int) Math.min(length, Integer.MAX_VALUE - 64));
        return Bcpg.require(() -> {
            for (RawPacket packet : packets) {
                packet.writeTo(out);
            }
            return out.take();
        });
    }
}
