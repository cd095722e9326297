package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;

/// Writes an encoding element by element: in DER where each length is known before its contents, else in
/// BER, where two zero octets end what has no length (X.690 §8.1.3.6).
final class BerOutput {
    private static final int INDEFINITE = 0x80;

    private final OutputStream out;
    private final Deque<Boolean> indefinite = new ArrayDeque<>();

    BerOutput(OutputStream out) {
        this.out = out;
    }

    /// Begins an element of any length; to be ended by [#end].
    void begin(int identifier) throws IOException {
        begin(identifier, OptionalLong.empty());
    }

    /// Begins an element, to be ended by [#end].
    ///
    /// @param length of its contents in octets, where it is known
    void begin(int identifier, OptionalLong length) throws IOException {
        out.write(identifier);
        indefinite.push(length.isEmpty());
        if (length.isPresent()) {
            length(length.getAsLong());
        } else {
            out.write(INDEFINITE);
        }
    }

    void end() throws IOException {
        if (indefinite.pop()) {
            out.write(0);
            out.write(0);
        }
    }

    /// A whole element in DER.
    void element(ASN1Encodable element) throws IOException {
        contents(der(element));
    }

    static byte[] der(ASN1Encodable element) throws IOException {
        return element.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    }

    /// Contents of the element that was begun last.
    void contents(byte[] octets) throws IOException {
        contents(octets, 0, octets.length);
    }

    void contents(byte[] octets, int from, int count) throws IOException {
        out.write(octets, from, count);
    }

    /// One primitive OCTET STRING.
    void octets(byte[] octets, int from, int count) throws IOException {
        out.write(BerHeader.OCTET_STRING);
        length(count);
        out.write(octets, from, count);
    }

    private void length(long length) throws IOException {
        if (length < INDEFINITE) {
            out.write((int) length);
            return;
        }
        int octets = lengthOctets(length) - 1;
        out.write(INDEFINITE | octets);
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
            out.write((int) (length >>> shift));
        }
    }

    /// How many octets an element with contents of this length has in DER (X.690 §10.1).
    static long whole(long length) {
        return 1 + lengthOctets(length) + length;
    }

    private static int lengthOctets(long length) {
        return length < INDEFINITE ? 1 : 1 + (Long.SIZE - Long.numberOfLeadingZeros(length) + 7) / 8;
    }
}
