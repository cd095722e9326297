package org.waxwing.app.dispatch;

import org.waxwing.app.account.Account;
import org.waxwing.app.send.SubmissionOutcome;
import org.waxwing.crypto.Submittable;
import org.waxwing.crypto.secret.Passphrase;

/// Hands messages to a relay.
public interface Submitter {
    /// Submits the message, byte for byte.
    ///
    /// @param beforeTheEnd called once everything but the end of the message is on its way; the relay
    ///   can't have taken the message before it returns, and may have taken it ever after
    SubmissionOutcome submit(
            Account.Login relay,
            Passphrase password,
            SmtpEnvelope envelope,
            Submittable message,
            Runnable beforeTheEnd);
}
