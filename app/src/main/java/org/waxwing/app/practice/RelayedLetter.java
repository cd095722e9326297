package org.waxwing.app.practice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// A letter as it lay before the relay, which is all that any relay has of it.
///
/// @param messageId as it stands outside, with angle brackets
/// @param sender from MAIL FROM
/// @param recipients from RCPT TO
/// @param tls the version of TLS on the way in, and its cipher; or [#FROM_WITHIN]
/// @param bytes exactly as they came in, before the relay added its Received line
/// @param at when
public record RelayedLetter(
        Optional<String> messageId, AddrSpec sender, List<AddrSpec> recipients, String tls, Octets bytes, Instant at) {
    /// The letter came over no connection: a correspondent in this process wrote it.
    public static final String FROM_WITHIN = "handed over in this process";

    public RelayedLetter {
        recipients = List.copyOf(recipients);
    }

    @Override
    public String toString() {
        return "RelayedLetter[" + bytes.length() + " bytes]";
    }
}
