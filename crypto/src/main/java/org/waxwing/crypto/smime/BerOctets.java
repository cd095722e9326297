package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// The octets of one OCTET STRING, whether it was written in one piece or in many (X.690 §8.7.3).
final class BerOctets extends InputStream {
    private static final int MAX_NESTING = 4;

    private final BerInput ber;
    private int open;
    private long left;
    private boolean ended;

    /// @param header of the string, which may carry an implicit tag
    BerOctets(BerInput ber, BerHeader header) throws IOException {
        this.ber = ber;
        begin(header);
    }

    /// No octets: the string is absent.
    private BerOctets(BerInput ber) {
        this.ber = ber;
        this.ended = true;
    }

    static BerOctets absent(BerInput ber) {
        return new BerOctets(ber);
    }

    private void begin(BerHeader header) throws IOException {
        if (!header.constructed()) {
            left = header.length();
        } else if (++open > MAX_NESTING) {
            throw BrokenCmsException.malformed();
        } else {
            ber.enter(header);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int some = ber.contents(into, from, (int) Math.min(left, count));
        left -= some;
        return some;
    }

    @Override
    public long transferTo(OutputStream to) throws IOException {
        long all = 0;
        while (more()) {
            int some = ber.pass(to, (int) Math.min(left, Integer.MAX_VALUE));
            left -= some;
            all += some;
        }
        return all;
    }

    /// Goes on to the piece that the next octet is in; false at the end of all.
    private boolean more() throws IOException {
        while (left == 0 && !ended) {
            advance();
        }
        return !ended;
    }

    private void advance() throws IOException {
        if (open == 0) {
            ended = true;
            return;
        }
        Optional<BerHeader> piece = ber.next();
        if (piece.isEmpty()) {
            ber.leave();
            open--;
            return;
        }
        if (!piece.get().is(BerHeader.OCTET_STRING)) {
            throw BrokenCmsException.malformed();
        }
        begin(piece.get());
    }

    @Override
    public void close() throws IOException {
        ber.close();
    }
}
