package org.waxwing.app.read;

import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.secret.Passphrase;

/// Asks the person for the passphrase of a key that kept its own, or the PIN of a token. One question at a time.
public interface PassphrasePrompt {
    /// @param own the key
    /// @param owner its primary user id, for the question
    /// @param again the last answer was wrong
    /// @return nothing when the person declines; else closed by the caller
    Optional<Passphrase> ask(Fingerprint own, String owner, boolean again);

    /// Asks for a PIN, which goes to the token once and is forgotten. Never asked twice for one piece of work:
    /// tokens lock after a few wrong ones.
    default PinAnswer askPin(PinQuestion question) {
        return new PinAnswer.NotGiven();
    }

    /// Nobody is there to ask.
    static PassphrasePrompt nobody() {
        return (_, _, _) -> Optional.empty();
    }
}
