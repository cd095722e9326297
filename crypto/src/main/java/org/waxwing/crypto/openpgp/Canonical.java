package org.waxwing.crypto.openpgp;

import java.io.ByteArrayOutputStream;
import org.waxwing.crypto.mime.Octets;

/// Text as a signature of type 0x01 covers it: every line ends in CRLF (RFC 9580 §5.2.1.2).
final class Canonical {
    private Canonical() {}

    static Octets text(Octets text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + text.length() / 32);
        int previous = -1;
        for (int i = 0; i < text.length(); i++) {
            int octet = text.at(i);
            if (octet == '\n' && previous != '\r') {
                out.write('\r');
            }
            out.write(octet);
            boolean loneReturn = octet == '\r' && (i + 1 == text.length() || text.at(i + 1) != '\n');
            if (loneReturn) {
                out.write('\n');
            }
            previous = octet;
        }
        return Octets.of(out.toByteArray());
    }
}
