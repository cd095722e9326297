package org.waxwing.app.send;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.SealedMessage;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.mime.AddrSpec;

/// What came of sealing a letter from a file.
public sealed interface FileSealing {
    record Sealed(SealedMessage message) implements FileSealing {}

    /// These can't receive sealed letters; nothing was made for anyone.
    record NotReady(List<ProtectionPlan.Recipient> recipients) implements FileSealing {
        public NotReady {
            recipients = List.copyOf(recipients);
        }
    }

    /// Some of these read OpenPGP only and some S/MIME only, which takes two messages; nothing was made.
    record TwoTechnologies(List<ProtectionPlan.Recipient> recipients) implements FileSealing {
        public TwoTechnologies {
            recipients = List.copyOf(recipients);
        }
    }

    /// The sender's own key is locked and nobody gave its passphrase.
    ///
    /// @param token what is wrong with the token that it lies on
    record Locked(Fingerprint own, Optional<TokenProblem> token) implements FileSealing {}

    /// The sender has no seal for this address.
    record NoSeal(AddrSpec sender) implements FileSealing {
        @Override
        public String toString() {
            return "NoSeal[redacted]";
        }
    }

    /// The sender's seal can't be used now.
    record SealUnusable(Fingerprint own, List<Objection> objections) implements FileSealing {
        public SealUnusable {
            objections = List.copyOf(objections);
        }
    }

    /// No one address in From, and none was given.
    record NoSender() implements FileSealing {}

    /// Neither To nor Cc names anybody.
    record NoRecipients() implements FileSealing {}

    /// The bytes are not a letter, or can't be written as mail.
    ///
    /// @param why one sentence for the person
    record LetterUnusable(String why) implements FileSealing {}
}
