package org.waxwing.crypto.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.bouncycastle.bcpg.BCPGOutputStream;
import org.waxwing.crypto.sop.SopStreams.Source;

/// Writes a message as its text passes by: announcements, the literal packet, signatures
/// (RFC 9580 §10.3).
final class PassingText {
    private static final int READ_SIZE = 1 << 16;

    /// Format, no name, no date (RFC 9580 §5.9).
    private static final int LITERAL_HEAD = 6;

    private final List<SignatureMaker.Begun> signatures;

    /// @param signatures outermost first
    PassingText(List<SignatureMaker.Begun> signatures) {
        this.signatures = List.copyOf(signatures);
    }

    void write(Source text, OutputStream out) throws IOException {
        for (int i = 0; i < signatures.size(); i++) {
            SignatureMaker.announced(signatures.get(i).announcement(), i == signatures.size() - 1)
                    .writeTo(out);
        }
        // Its own end, not its closing, ends the packet: what is below goes on.
        BCPGOutputStream literal = literal(text.length(), out);
        literal.write('b');
        literal.write(new byte[LITERAL_HEAD - 1]);
        long length = pass(text.stream(), literal);
        literal.finish();
        if (text.length() >= 0 && length != text.length()) {
            throw new IOException("the text changed its length while it was read");
        }
        for (SignatureMaker.Begun begun : signatures.reversed()) {
            begun.finish().signature().writeTo(out);
        }
    }

    private static BCPGOutputStream literal(long length, OutputStream out) throws IOException {
        long body = length + LITERAL_HEAD;
        return length >= 0 && body < 1L << 32
                ? new BCPGOutputStream(out, RawPacket.LITERAL, body)
                : new BCPGOutputStream(out, RawPacket.LITERAL, new byte[READ_SIZE]);
    }

    private long pass(InputStream text, OutputStream literal) throws IOException {
        byte[] buffer = new byte[READ_SIZE];
        long length = 0;
        for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
            for (SignatureMaker.Begun begun : signatures) {
                begun.update(buffer, 0, n);
            }
            literal.write(buffer, 0, n);
            length += n;
        }
        return length;
    }
}
