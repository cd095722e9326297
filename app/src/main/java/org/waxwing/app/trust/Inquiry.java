package org.waxwing.app.trust;

import java.time.Instant;

/// One line of the ledger: a server was asked something, because the person said so.
///
/// @param url where
/// @param octets how much was read of what came back, though it was of no use
public record Inquiry(Instant at, String url, long octets, Outcome outcome, Purpose purpose) {
    /// One about a certificate.
    public Inquiry(Instant at, String url, long octets, Outcome outcome) {
        this(at, url, octets, outcome, Purpose.CERTIFICATE);
    }

    /// What for.
    public enum Purpose {
        CERTIFICATE,
        /// A picture of a clear letter.
        PICTURE,
        /// Who vouches for a letter.
        LETTER
    }

    /// What came of it.
    public enum Outcome {
        /// It gave an answer that counts.
        ANSWERED,
        /// What it gave can't be read, is old, or not by those who may say it.
        OF_NO_USE,
        /// It is no address on the web.
        NO_WEB_ADDRESS,
        /// It is in the person's own network; nothing was sent.
        NOT_PUBLIC,
        UNREACHABLE,
        /// It sends somewhere else; nobody went there.
        REDIRECTED,
        REFUSED,
        TOO_LARGE,
        TOO_SLOW
    }

    /// A URL may name the certificate.
    @Override
    public String toString() {
        return "Inquiry[redacted]";
    }
}
