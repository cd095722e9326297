package org.waxwing.app.send;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.TokenProblem;

/// What came of a letter on its way into the outbox.
public sealed interface Sending {
    /// It is in the outbox: one entry for To and Cc, one more for each Bcc.
    record Queued(List<OutboxId> entries) implements Sending {
        public Queued {
            entries = List.copyOf(entries);
        }
    }

    /// These can't receive sealed letters; nothing was sent to anyone.
    record NotReady(List<ProtectionPlan.Recipient> recipients) implements Sending {
        public NotReady {
            recipients = List.copyOf(recipients);
        }
    }

    /// The sender's own key is locked and nobody gave its passphrase.
    ///
    /// @param token what is wrong with the token that it lies on
    record Locked(Fingerprint own, Optional<TokenProblem> token) implements Sending {}

    /// The sender has no seal for this address.
    record NoSeal() implements Sending {}

    /// The sender's seal can't be used now.
    record SealUnusable(Fingerprint own, List<Objection> objections) implements Sending {
        public SealUnusable {
            objections = List.copyOf(objections);
        }
    }

    /// It holds text of sealed letters, and was to go out in clear. Nothing was sent.
    ///
    /// @param runs how many runs of lines
    /// @param subject the subject is one that was hidden
    record HoldsSealedText(int runs, boolean subject) implements Sending {}

    /// Nobody to send to.
    record NoRecipients() implements Sending {}

    /// No account with this sender.
    record NoAccount() implements Sending {}

    /// The letter can't be written as mail.
    ///
    /// @param why one sentence for the person
    record LetterUnusable(String why) implements Sending {}
}
