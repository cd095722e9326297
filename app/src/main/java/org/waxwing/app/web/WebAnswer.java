package org.waxwing.app.web;

import org.waxwing.app.trust.Inquiry;
import org.waxwing.crypto.mime.Octets;

/// What came of asking a web server.
public sealed interface WebAnswer {
    /// How many octets were read, of the header and of what was of no use too.
    long read();

    record Got(Octets content, long read) implements WebAnswer {}

    record Failed(Why why, long read) implements WebAnswer {}

    /// Why nothing came.
    enum Why {
        /// The URL is not `http` or `https`, or can't be read.
        NO_WEB_ADDRESS,
        /// The host is in the person's own network, or on this computer.
        NOT_PUBLIC,
        UNREACHABLE,
        /// It sends somewhere else, where nobody follows.
        REDIRECTED,
        /// It answers with something other than what was asked for.
        REFUSED,
        TOO_LARGE,
        TOO_SLOW;

        /// As the ledger calls it.
        public Inquiry.Outcome outcome() {
            return switch (this) {
                case NO_WEB_ADDRESS -> Inquiry.Outcome.NO_WEB_ADDRESS;
                case NOT_PUBLIC -> Inquiry.Outcome.NOT_PUBLIC;
                case UNREACHABLE -> Inquiry.Outcome.UNREACHABLE;
                case REDIRECTED -> Inquiry.Outcome.REDIRECTED;
                case REFUSED -> Inquiry.Outcome.REFUSED;
                case TOO_LARGE -> Inquiry.Outcome.TOO_LARGE;
                case TOO_SLOW -> Inquiry.Outcome.TOO_SLOW;
            };
        }
    }
}
