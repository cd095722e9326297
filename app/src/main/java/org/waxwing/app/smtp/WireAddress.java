package org.waxwing.app.smtp;

import org.waxwing.app.dispatch.SmtpEnvelope;
import org.waxwing.crypto.mime.AddrSpec;

/// Addresses as a relay takes them.
final class WireAddress {
    private WireAddress() {}

    /// The domain in A-labels where that makes the whole address ASCII, so that any relay takes it.
    static String of(AddrSpec address) {
        return ascii(address) ? address.localPart() + "@" + address.asciiDomain() : address.text();
    }

    /// Whether the relay must know SMTPUTF8 (RFC 6531 §3.4).
    static boolean beyondAscii(SmtpEnvelope envelope) {
        return !ascii(envelope.from()) || !envelope.recipients().stream().allMatch(WireAddress::ascii);
    }

    private static boolean ascii(AddrSpec address) {
        return address.localPart().chars().allMatch(c -> c < 0x80);
    }
}
