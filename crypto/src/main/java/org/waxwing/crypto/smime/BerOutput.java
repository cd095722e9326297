package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;

/// Writes a BER encoding whose length is known only at its end (X.690 §8.1.3.6).
final class BerOutput {
    private static final int INDEFINITE = 0x80;

    private final OutputStream out;

    BerOutput(OutputStream out) {
        this.out = out;
    }

    /// Begins an element of any length; to be ended by [#end].
    void begin(int identifier) throws IOException {
        out.write(identifier);
        out.write(INDEFINITE);
    }

    void end() throws IOException {
        out.write(0);
        out.write(0);
    }

    /// A whole element in DER.
    void element(ASN1Encodable element) throws IOException {
        out.write(element.toASN1Primitive().getEncoded(ASN1Encoding.DER));
    }

    /// One primitive OCTET STRING.
    void octets(byte[] octets, int from, int count) throws IOException {
        out.write(BerHeader.OCTET_STRING);
        if (count < 0x80) {
            out.write(count);
        } else if (count < 1 << 16) {
            out.write(new byte[] {(byte) 0x82, (byte) (count >>> 8), (byte) count});
        } else {
            out.write(new byte[] {
                (byte) 0x84, (byte) (count >>> 24), (byte) (count >>> 16), (byte) (count >>> 8), (byte) count
            });
        }
        out.write(octets, from, count);
    }
}
