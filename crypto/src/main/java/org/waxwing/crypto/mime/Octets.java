package org.waxwing.crypto.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// An immutable run of bytes. A slice shares the memory of what it was cut from, so cutting a message
/// into its parts copies nothing. `toString` tells the length only: content never reaches a log by
/// accident.
public final class Octets {
    private static final Octets EMPTY = new Octets(new byte[0], 0, 0);

    private final byte[] bytes;
    private final int offset;
    private final int length;

    private Octets(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    /// A copy of the given bytes.
    public static Octets of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone(), 0, bytes.length);
    }

    /// The bytes of the text in UTF-8.
    public static Octets ofUtf8(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return encoded.length == 0 ? EMPTY : new Octets(encoded, 0, encoded.length);
    }

    /// No bytes at all.
    public static Octets empty() {
        return EMPTY;
    }

    /// Everything that the stream still gives.
    public static Octets readAll(InputStream in) throws IOException {
        byte[] all = in.readAllBytes();
        return all.length == 0 ? EMPTY : new Octets(all, 0, all.length);
    }

    /// Collects what is written, in pieces, so that growing copies nothing. One piece is handed over as
    /// it is.
    public static final class Collector extends OutputStream implements Pieces {
        private static final int LARGEST = Integer.MAX_VALUE - 8;
        private static final int LARGEST_PIECE = 1 << 22;

        private final List<Octets> full = new ArrayList<>();
        private byte[] last;
        private int filled;
        private int length;

        /// @param expected so many bytes need no further memory
        public Collector(int expected) {
            this.last = new byte[Math.max(expected, 32)];
        }

        /// How many bytes were written.
        public int length() {
            return length;
        }

        @Override
        public void write(int octet) {
            makeRoom(1);
            last[filled++] = (byte) octet;
            length++;
        }

        /// Fails with an `OutOfMemoryError` beyond 2 GiB.
        @Override
        public void write(byte[] source, int from, int count) {
            Objects.checkFromIndexSize(from, count, source.length);
            int first = Math.min(count, last.length - filled);
            System.arraycopy(source, from, last, filled, first);
            filled += first;
            length += first;
            if (first < count) {
                makeRoom(count - first);
                System.arraycopy(source, from + first, last, filled, count - first);
                filled += count - first;
                length += count - first;
            }
        }

        @Override
        public void take(byte[] piece, int count) {
            Objects.checkFromIndexSize(0, count, piece.length);
            if (count > LARGEST - length) {
                throw new OutOfMemoryError("more than an array holds");
            }
            if (filled > 0) {
                full.add(new Octets(last, 0, filled));
            }
            last = piece;
            filled = count;
            length += count;
        }

        private void makeRoom(int more) {
            if (more > LARGEST - length) {
                throw new OutOfMemoryError("more than an array holds");
            }
            if (more > last.length - filled) {
                int piece = Math.max(more, Math.clamp(length, 32, LARGEST_PIECE));
                if (filled > 0) {
                    full.add(new Octets(last, 0, filled));
                }
                last = new byte[piece];
                filled = 0;
            }
        }

        /// What was written so far.
        public InputStream stream() {
            List<Octets> pieces = new ArrayList<>(full);
            pieces.add(new Octets(last, 0, filled));
            return new PiecesInput(pieces);
        }

        /// Everything that was written. The collector is empty afterwards.
        public Octets take() {
            Octets all = length == 0 ? EMPTY : full.isEmpty() ? new Octets(last, 0, filled) : joined();
            full.clear();
            last = new byte[0];
            filled = 0;
            length = 0;
            return all;
        }

        private Octets joined() {
            byte[] all = new byte[length];
            int at = 0;
            for (Octets piece : full) {
                System.arraycopy(piece.bytes, 0, all, at, piece.length);
                at += piece.length;
            }
            System.arraycopy(last, 0, all, at, filled);
            return new Octets(all, 0, length);
        }

        @Override
        public String toString() {
            return "Collector[" + length + "]";
        }
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /// The byte at an index, 0 to 255.
    public int at(int index) {
        Objects.checkIndex(index, length);
        return bytes[offset + index] & 0xFF;
    }

    /// The bytes from `from` (included) to `to` (excluded), sharing memory.
    public Octets slice(int from, int to) {
        Objects.checkFromToIndex(from, to, length);
        return from == to ? EMPTY : new Octets(bytes, offset + from, to - from);
    }

    /// The index of the first occurrence of a byte at or after `from`, or -1.
    public int indexOf(int value, int from) {
        for (int i = Math.max(from, 0); i < length; i++) {
            if (bytes[offset + i] == (byte) value) {
                return i;
            }
        }
        return -1;
    }

    /// A fresh copy that the caller may change.
    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    public InputStream stream() {
        return lent();
    }

    OctetsInput lent() {
        return new OctetsInput(bytes, offset, length);
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, offset, length);
    }

    /// The bytes read as UTF-8; what is not UTF-8 becomes U+FFFD.
    public String utf8() {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    /// The bytes read as ISO 8859-1, one character a byte: the lossless view for protocol text.
    public String latin1() {
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that
                && Arrays.equals(bytes, offset, offset + length, that.bytes, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return "Octets[" + length + "]";
    }
}
