package org.waxwing.app.send;

import java.util.List;
import org.waxwing.app.trust.Readiness;
import org.waxwing.crypto.mime.AddrSpec;

/// What would happen on Send, recipient by recipient, before anything is done.
///
/// @param sealPossible everyone is ready and the sender has a seal
public record ProtectionPlan(List<Recipient> recipients, boolean ownSealReady, boolean sealPossible) {
    public ProtectionPlan {
        recipients = List.copyOf(recipients);
    }

    public record Recipient(AddrSpec address, Readiness readiness) {
        @Override
        public String toString() {
            return "Recipient[redacted]";
        }
    }

    /// Those who are not ready.
    public List<Recipient> notReady() {
        return recipients.stream()
                .filter(recipient -> !(recipient.readiness() instanceof Readiness.Ready))
                .toList();
    }
}
