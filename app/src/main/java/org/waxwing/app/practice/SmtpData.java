package org.waxwing.app.practice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.waxwing.crypto.mime.Octets;

/// What came between DATA and the dot (RFC 5321 §4.1.1.4, §4.5.2). Only CR LF . CR LF ends it; a bare CR or
/// LF anywhere makes the letter unacceptable, because relays disagree where such a letter ends ("SMTP
/// smuggling").
sealed interface SmtpData {
    /// With the stuffed dots taken out.
    record Complete(Octets letter) implements SmtpData {}

    record TooLarge() implements SmtpData {}

    record BareLineEnd() implements SmtpData {}

    /// Reads up to the dot.
    ///
    /// @param most bytes to keep; twice as many end the connection
    static SmtpData read(Wire wire, int most) throws IOException {
        return new Reader(wire, most).read();
    }

    /// One reading.
    final class Reader {
        private final Wire wire;
        private final int most;
        private final ByteArrayOutputStream letter = new ByteArrayOutputStream();
        private long total;
        private boolean bare;

        private Reader(Wire wire, int most) {
            this.wire = wire;
            this.most = most;
        }

        private SmtpData read() throws IOException {
            boolean lineBegins = true;
            while (true) {
                int next = wire.read();
                if (lineBegins && next == '.') {
                    next = wire.read();
                    if (next == '\r') {
                        if (endOfLine()) {
                            return result();
                        }
                        lineBegins = false;
                        continue;
                    }
                }
                lineBegins = next == '\r' && endOfLine();
                if (lineBegins) {
                    keep('\r');
                    keep('\n');
                } else {
                    bare = bare || next == '\r' || next == '\n';
                    keep(next);
                }
            }
        }

        /// Whether LF follows the CR just read; anything else spoils the letter.
        private boolean endOfLine() throws IOException {
            int next = wire.read();
            while (next == '\r') {
                bare = true;
                next = wire.read();
            }
            bare = bare || next != '\n';
            return next == '\n';
        }

        private void keep(int next) throws IOException {
            total++;
            if (total > 2L * most) {
                throw new ProtocolBreach("552 5.3.4 far more than announced");
            }
            if (total <= most) {
                letter.write(next);
            } else if (letter.size() > 0) {
                letter.reset();
            }
        }

        private SmtpData result() {
            return bare
                    ? new BareLineEnd()
                    : total > most ? new TooLarge() : new Complete(Octets.of(letter.toByteArray()));
        }
    }
}
