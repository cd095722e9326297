package org.waxwing.crypto.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPException;
import org.waxwing.crypto.mime.Octets;

/// Opens compressed data packets (RFC 9580 §5.6). The compressed stream has to end inside its packet: one
/// that goes on beyond it fails where it is read. What follows the stream's end in the packet is passed
/// over.
final class Decompression {
    private static final int ZIP = 1;
    private static final int ZLIB = 2;

    private Decompression() {}

    static InputStream open(RawPacket packet) throws IOException, PGPException {
        return switch (packet.version()) {
            case ZIP -> inflated(packet.body(), true);
            case ZLIB -> inflated(packet.body(), false);
            default -> new PGPCompressedData(packet.encoded()).getDataStream();
        };
    }

    private static InputStream inflated(Octets body, boolean raw) {
        byte[] compressed = body.slice(1, body.length()).toByteArray();
        return new InflaterInputStream(new ByteArrayInputStream(compressed), new Inflater(raw)) {
            /// The inflater was made here, so it ends here.
            @Override
            public void close() throws IOException {
                inf.end();
                super.close();
            }
        };
    }
}
