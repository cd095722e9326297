package org.waxwing.ui.compose;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.trust.Readiness;
import org.waxwing.crypto.mime.Mailbox;

/// One person a letter goes to.
///
/// @param readiness nothing while the keyring is being asked
public record Recipient(Mailbox mailbox, Optional<Readiness> readiness) {
    /// The display name, or the address where there is none.
    public String name() {
        return mailbox.displayName().isEmpty() ? mailbox.address().text() : mailbox.displayName();
    }

    static List<Recipient> unasked(List<Mailbox> mailboxes) {
        return mailboxes.stream()
                .map(mailbox -> new Recipient(mailbox, Optional.empty()))
                .toList();
    }

    static List<Mailbox> mailboxes(List<Recipient> recipients) {
        return recipients.stream().map(Recipient::mailbox).toList();
    }

    @Override
    public String toString() {
        return "Recipient[redacted]";
    }
}
