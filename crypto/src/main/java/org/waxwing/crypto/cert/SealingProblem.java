package org.waxwing.crypto.cert;

import java.util.List;

/// Why a letter could not be sealed, with the evidence.
public sealed interface SealingProblem {
    /// A recipient's certificate can't receive sealed letters now.
    record RecipientUnusable(Fingerprint certificate, List<Objection> objections) implements SealingProblem {
        public RecipientUnusable {
            objections = List.copyOf(objections);
        }
    }

    /// The sender's own key can't sign now.
    record SignerUnusable(Fingerprint certificate, List<Objection> objections) implements SealingProblem {
        public SignerUnusable {
            objections = List.copyOf(objections);
        }
    }

    /// To encrypt for nobody is a mistake.
    record NoRecipients() implements SealingProblem {}

    /// The letter itself can't be written as mail.
    record LetterUnusable(String why) implements SealingProblem {}
}
