package org.waxwing.app.dispatch;

import java.util.List;
import org.waxwing.crypto.mime.AddrSpec;

/// What the outbox must know of a message besides its bytes.
///
/// @param pending those whom the relay has not taken it for yet
/// @param delivered those whom it has
/// @param subject for the person's eyes
/// @param sealed whether only its recipients can read it
/// @param messageId with angle brackets, to look for it on the server
/// @param sentCopy whether this is the copy to file under Sent: the one for To and Cc
public record About(
        AddrSpec from,
        List<AddrSpec> pending,
        List<AddrSpec> delivered,
        String subject,
        boolean sealed,
        String messageId,
        boolean sentCopy) {
    public About {
        pending = List.copyOf(pending);
        delivered = List.copyOf(delivered);
    }

    /// The same with another division of its recipients.
    About divided(List<AddrSpec> nowPending, List<AddrSpec> nowDelivered) {
        return new About(from, nowPending, nowDelivered, subject, sealed, messageId, sentCopy);
    }

    @Override
    public String toString() {
        return "About[redacted]";
    }
}
