package org.waxwing.app.practice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSession;
import org.waxwing.crypto.mime.Octets;

/// The trace that the relay leaves on a letter (RFC 5321 §4.4), saying no more than what was so: the
/// keyword of RFC 3848 and RFC 6531 for how it came in, and TLS as it was negotiated.
///
/// @param helo what the client called itself
/// @param peer its address
/// @param tls nothing when the letter came without
/// @param utf8 whether SMTPUTF8 was asked for
/// @param number the letter's number in the ledger
record ReceivedLine(String helo, String peer, Optional<SSLSession> tls, boolean utf8, int number, Instant at) {
    private static final Pattern HARMLESS_NAME = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    Octets bytes() {
        String name = HARMLESS_NAME.matcher(helo).matches() ? helo : "unknown";
        String security = tls.map(session ->
                        "\r\n\t(using " + session.getProtocol() + " with cipher " + session.getCipherSuite() + ")")
                .orElse("");
        return Octets.ofUtf8("Received: from " + name + " ([" + peer + "])" + security
                + "\r\n\tby localhost (Waxwing practice post office) with " + keyword() + " id " + number
                + ";\r\n\t" + DATE.format(at) + "\r\n");
    }

    /// For a letter that came over no connection and so by no protocol.
    static Octets fromWithin(int number, Instant at) {
        return Octets.ofUtf8("Received: by localhost (Waxwing practice post office, from within) id " + number
                + ";\r\n\t" + DATE.format(at) + "\r\n");
    }

    /// Everyone who gets as far as a letter has signed in.
    private String keyword() {
        return (utf8 ? "UTF8SMTP" : "ESMTP") + (tls.isPresent() ? "SA" : "A");
    }
}
