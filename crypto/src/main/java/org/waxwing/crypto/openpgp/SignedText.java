package org.waxwing.crypto.openpgp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// A text in its signatures, if any, as a message holds it: announcements, a literal packet without a file
/// name or date, signatures (RFC 9580 §5.9, §10.3). The text is not copied for it.
///
/// @param format of the literal packet, such as 'b'
/// @param signatures outermost first
record SignedText(Octets text, char format, List<SignatureMaker.Signed> signatures) {
    /// Format, no name, no date.
    private static final int LITERAL_HEAD = 6;

    /// So much passes through every hash and cipher while the processor has it at hand.
    private static final int PIECE = 1 << 15;

    SignedText {
        signatures = List.copyOf(signatures);
    }

    /// About how many octets it takes, rather too many.
    int expectedLength() {
        return text.length() + 1024 * (signatures.size() + 1);
    }

    void writeTo(OutputStream out) throws IOException {
        for (int i = 0; i < signatures.size(); i++) {
            SignatureMaker.announced(signatures.get(i).announcement(), i == signatures.size() - 1)
                    .writeTo(out);
        }
        RawPacket.writeHeader(out, RawPacket.LITERAL, text.length() + LITERAL_HEAD);
        out.write(format);
        out.write(new byte[LITERAL_HEAD - 1]);
        for (int at = 0; at < text.length(); at += PIECE) {
            text.slice(at, at + Math.min(PIECE, text.length() - at)).writeTo(out);
        }
        for (SignatureMaker.Signed signed : signatures.reversed()) {
            signed.signature().writeTo(out);
        }
    }

    /// All of it in memory.
    Octets octets() {
        return Bcpg.require(() -> {
            Octets.Collector out = new Octets.Collector(expectedLength());
            writeTo(out);
            return out.take();
        });
    }
}
