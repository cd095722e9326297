package org.waxwing.crypto.smime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.jspecify.annotations.Nullable;
import org.waxwing.crypto.mime.Lending;
import org.waxwing.crypto.work.Work;

/// Walks a BER encoding of any length element by element (X.690 §8). What it hands to a parser in memory
/// was measured first: its size, its depth and the number of its elements are bounded, and no length that
/// somebody claims is believed before so many octets came.
final class BerInput {
    private static final int MAX_DEPTH = 24;
    private static final int MAX_ELEMENTS = 400_000;
    private static final int MAX_CAPTURED = 24 << 20;
    private static final int READ_SIZE = 1 << 16;
    private static final int PASSED = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[READ_SIZE];
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int next;
    private int filled;
    private long position;
    private int elements;
    private @Nullable ByteArrayOutputStream capturing;

    /// An element that was entered; `end` is -1 where two zero octets end it.
    private static final class Frame {
        private final long end;
        private boolean ended;

        Frame(long end) {
            this.end = end;
        }
    }

    BerInput(InputStream in) {
        this.in = in;
        frames.push(new Frame(Long.MAX_VALUE));
    }

    /// The next element inside the one that was entered last; nothing at its end.
    Optional<BerHeader> next() throws IOException {
        Work.step();
        Frame frame = frames.getFirst();
        if (frame.ended || position == frame.end) {
            frame.ended = true;
            return Optional.empty();
        }
        if (capturing != null && ++elements > MAX_ELEMENTS) {
            throw BrokenCmsException.tooLarge();
        }
        int identifier = octet();
        long length = length();
        if (identifier == 0 && length == 0 && frame.end < 0) {
            frame.ended = true;
            return Optional.empty();
        }
        BerHeader header = new BerHeader(identifier, length);
        boolean fits = frame.end < 0 || length <= frame.end - position;
        boolean highTag = (identifier & 0x1F) == 0x1F;
        if (!fits || highTag || identifier == 0 || (header.indefinite() && !header.constructed())) {
            throw BrokenCmsException.malformed();
        }
        return Optional.of(header);
    }

    /// The next element, which must be there.
    BerHeader required() throws IOException {
        return next().orElseThrow(BrokenCmsException::malformed);
    }

    /// Enters the next element, which must have this identifier.
    void enter(int identifier) throws IOException {
        BerHeader header = required();
        if (header.identifier() != identifier) {
            throw BrokenCmsException.malformed();
        }
        enter(header);
    }

    void enter(BerHeader header) throws IOException {
        if (frames.size() > MAX_DEPTH) {
            throw BrokenCmsException.tooLarge();
        }
        frames.push(new Frame(header.indefinite() ? -1 : position + header.length()));
    }

    /// Leaves the element that was entered last. Whatever is still in it is passed over.
    void leave() throws IOException {
        for (Optional<BerHeader> rest = next(); rest.isPresent(); rest = next()) {
            skip(rest.get());
        }
        frames.pop();
    }

    /// The whole element, parsed.
    ASN1Primitive captured(BerHeader header) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(header.identifier());
        writeLength(bytes, header.length());
        elements = 0;
        capturing = bytes;
        skip(header);
        capturing = null;
        try {
            return ASN1Primitive.fromByteArray(bytes.toByteArray());
        } catch (IOException | RuntimeException broken) {
            throw BrokenCmsException.malformed(broken);
        }
    }

    private static void writeLength(ByteArrayOutputStream out, long length) {
        if (length == BerHeader.INDEFINITE) {
            out.write(0x80);
        } else if (length < 0x80) {
            out.write((int) length);
        } else {
            out.write(0x84);
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write((int) (length >>> shift));
            }
        }
    }

    private void skip(BerHeader header) throws IOException {
        if (!header.constructed()) {
            if (capturing != null && header.length() > MAX_CAPTURED) {
                throw BrokenCmsException.tooLarge();
            }
            for (long left = header.length(); left > 0; ) {
                byte[] some = new byte[(int) Math.min(left, READ_SIZE)];
                left -= contents(some, 0, some.length);
            }
            return;
        }
        enter(header);
        for (Optional<BerHeader> inner = next(); inner.isPresent(); inner = next()) {
            skip(inner.get());
        }
        frames.pop();
    }

    /// Reads contents of the current primitive element: at least one octet, at most `count`.
    int contents(byte[] into, int from, int count) throws IOException {
        if (next == filled) {
            if (capturing == null && count >= READ_SIZE) {
                return passing(into, from, count);
            }
            fill();
        }
        int some = Math.min(count, filled - next);
        System.arraycopy(buffer, next, into, from, some);
        if (capturing != null) {
            capture(buffer, next, some);
        }
        next += some;
        position += some;
        return some;
    }

    /// Passes on contents of the current primitive element, out of the memory where they are: at least one octet,
    /// at most `most`.
    int pass(OutputStream to, int most) throws IOException {
        int wanted = Math.min(most, PASSED);
        int some;
        if (next == filled && capturing == null && in instanceof Lending lender) {
            Work.step();
            some = lender.lend(to, wanted);
            if (some <= 0) {
                throw BrokenCmsException.malformed();
            }
        } else {
            if (next == filled) {
                fill();
            }
            some = Math.min(wanted, filled - next);
            to.write(buffer, next, some);
            if (capturing != null) {
                capture(buffer, next, some);
            }
            next += some;
        }
        position += some;
        return some;
    }

    /// Reads much at once, past the buffer.
    private int passing(byte[] into, int from, int count) throws IOException {
        int some = in.read(into, from, count);
        if (some <= 0) {
            throw BrokenCmsException.malformed();
        }
        position += some;
        return some;
    }

    private int octet() throws IOException {
        if (next == filled) {
            fill();
        }
        if (capturing != null) {
            capture(buffer, next, 1);
        }
        position++;
        return buffer[next++] & 0xFF;
    }

    private void capture(byte[] source, int from, int count) throws IOException {
        ByteArrayOutputStream bytes = capturing;
        if (bytes == null || bytes.size() + count > MAX_CAPTURED) {
            throw BrokenCmsException.tooLarge();
        }
        bytes.write(source, from, count);
    }

    private long length() throws IOException {
        int first = octet();
        if (first < 0x80) {
            return first;
        }
        if (first == 0x80) {
            return BerHeader.INDEFINITE;
        }
        int octets = first & 0x7F;
        long length = 0;
        for (int i = 0; i < octets; i++) {
            if (length >= 1L << 47) {
                throw BrokenCmsException.tooLarge();
            }
            length = length << 8 | octet();
        }
        return length;
    }

    private void fill() throws IOException {
        Work.step();
        next = 0;
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        if (filled == 0) {
            Arrays.fill(buffer, (byte) 0);
            throw BrokenCmsException.malformed();
        }
    }

    /// Closes what is walked.
    void close() throws IOException {
        in.close();
    }
}
