package org.waxwing.crypto.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPException;
import org.waxwing.crypto.openpgp.bulk.NotIntactException;
import org.waxwing.crypto.openpgp.stream.BrokenStreamException;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.work.Work;

/// Opens compressed data packets (RFC 9580 §5.6). The compressed stream has to end inside its packet: one
/// that goes on beyond it fails where it is read. What follows the stream's end in the packet is passed
/// over.
final class Decompression extends InputStream {
    private static final int ZIP = 1;
    private static final int ZLIB = 2;
    private static final int BUFFER = 1 << 16;

    /// Small things may be compressed to any degree.
    private static final long ALWAYS_ALLOWED = 1L << 20;

    private final Counted packet;
    private final InputStream inflated;
    private final AlgorithmPolicy policy;
    private long given;

    private Decompression(Counted packet, AlgorithmPolicy policy) throws IOException {
        this.packet = packet;
        this.policy = policy;
        int algorithm = packet.read();
        this.inflated = switch (algorithm) {
            case ZIP -> inflater(packet, new Inflater(true));
            case ZLIB -> inflater(packet, new Inflater(false));
            default -> other(algorithm, packet);
        };
    }

    /// What the packet holds. Fails with a [BrokenStreamException] where it is no compressed stream, and
    /// where far more comes out than went in.
    static InputStream open(InputStream body, AlgorithmPolicy policy) throws IOException {
        return new Decompression(new Counted(body), policy);
    }

    private static InputStream inflater(InputStream in, Inflater inflater) {
        return new InflaterInputStream(in, inflater, BUFFER) {
            /// The inflater was made here, so it ends here.
            @Override
            public void close() throws IOException {
                inf.end();
                super.close();
            }
        };
    }

    /// Bouncy Castle's, which reads a packet: one of the legacy format whose length is not told.
    private static InputStream other(int algorithm, InputStream in) throws IOException {
        byte[] header = {(byte) 0xA3, (byte) algorithm};
        try {
            return new PGPCompressedData(new SequenceInputStream(new ByteArrayInputStream(header), in)).getDataStream();
        } catch (NotIntactException | BrokenStreamException known) {
            throw known;
        } catch (IOException | PGPException | RuntimeException broken) {
            throw BrokenStreamException.malformed(broken);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Work.step();
        int count = inflate(target, offset, length);
        given += Math.max(count, 0);
        long allowed = Math.max(ALWAYS_ALLOWED, packet.count * policy.maximumCompressionRatio());
        if (given > Math.min(policy.maximumPlaintextBytes(), allowed)) {
            throw BrokenStreamException.tooLarge();
        }
        return count;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            return inflated.read(target, offset, length);
        } catch (NotIntactException | BrokenStreamException known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            // Whatever the decompressor says of what a stranger wrote.
            throw BrokenStreamException.malformed(broken);
        }
    }

    @Override
    public void close() throws IOException {
        inflated.close();
    }

    /// Counts what went in. Stays open: the rest of the packet is the framing's.
    private static final class Counted extends InputStream {
        private final InputStream in;
        private long count;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int octet = in.read();
            count += octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
