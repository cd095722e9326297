package org.waxwing.app.smtp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waxwing.app.connection.PlainLines;
import org.waxwing.app.connection.StartTls;
import org.waxwing.crypto.mime.Octets;

/// Asks an SMTP server for TLS (RFC 3207 §4).
final class SmtpStartTls implements StartTls {
    /// How we name ourselves: a name of this computer would tell the relay, and every reader of the
    /// Received fields, where the letter was written.
    static final String OUR_NAME = "[127.0.0.1]";

    @Override
    public Octets negotiate(PlainLines lines) throws IOException {
        expect(lines, reply(lines), "220");
        lines.write("EHLO " + OUR_NAME);
        List<String> extensions = reply(lines);
        expect(lines, extensions, "250");
        boolean offered = extensions.stream()
                .skip(1)
                .map(line -> line.substring(Math.min(4, line.length())))
                .map(line -> line.toUpperCase(Locale.ROOT).strip())
                .anyMatch("STARTTLS"::equals);
        if (!offered) {
            throw lines.notOffered();
        }
        lines.write("STARTTLS");
        if (!reply(lines).getFirst().startsWith("220")) {
            throw lines.refused();
        }
        return Octets.ofUtf8("220 TLS\r\n");
    }

    private static void expect(PlainLines lines, List<String> reply, String code) throws IOException {
        String first = reply.getFirst();
        if (first.startsWith("4") || first.startsWith("5")) {
            throw lines.closed();
        }
        if (!first.startsWith(code)) {
            throw lines.broken();
        }
    }

    /// One reply, of one line or several (RFC 5321 §4.2.1).
    private static List<String> reply(PlainLines lines) throws IOException {
        List<String> reply = new ArrayList<>();
        while (true) {
            String line = lines.read();
            if (line.length() < 3 || !line.chars().limit(3).allMatch(c -> c >= '0' && c <= '9')) {
                throw lines.broken();
            }
            reply.add(line);
            if (line.length() == 3 || line.charAt(3) != '-') {
                return reply;
            }
        }
    }
}
