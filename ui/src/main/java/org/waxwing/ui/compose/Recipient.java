package org.waxwing.ui.compose;

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

    @Override
    public String toString() {
        return "Recipient[redacted]";
    }
}
