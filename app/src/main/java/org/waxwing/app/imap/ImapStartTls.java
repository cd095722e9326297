package org.waxwing.app.imap;

import java.io.IOException;
import java.util.Locale;
import org.waxwing.app.connection.PlainLines;
import org.waxwing.app.connection.StartTls;
import org.waxwing.crypto.mime.Octets;

/// Asks an IMAP server for TLS (RFC 9051 §6.2.1). A server that greets us as signed in already (PREAUTH)
/// is refused: STARTTLS would no longer be allowed, and everything would go on in clear.
final class ImapStartTls implements StartTls {
    @Override
    public Octets negotiate(PlainLines lines) throws IOException {
        String greeting = lines.read().toUpperCase(Locale.ROOT);
        if (greeting.startsWith("* BYE")) {
            throw lines.closed();
        }
        if (!greeting.startsWith("* OK")) {
            throw lines.broken();
        }
        lines.write("W1 CAPABILITY");
        if (!offersTls(lines)) {
            throw lines.notOffered();
        }
        lines.write("W2 STARTTLS");
        String answer = lines.read().toUpperCase(Locale.ROOT);
        while (answer.startsWith("* ")) {
            answer = lines.read().toUpperCase(Locale.ROOT);
        }
        if (!answer.startsWith("W2 OK")) {
            throw lines.refused();
        }
        return Octets.ofUtf8("* OK TLS\r\n");
    }

    private static boolean offersTls(PlainLines lines) throws IOException {
        boolean offered = false;
        while (true) {
            String line = lines.read().toUpperCase(Locale.ROOT);
            if (line.startsWith("* CAPABILITY ")) {
                offered = (line + " ").contains(" STARTTLS ");
            } else if (line.startsWith("W1 OK")) {
                return offered;
            } else if (!line.startsWith("* ")) {
                throw lines.broken();
            }
        }
    }
}
