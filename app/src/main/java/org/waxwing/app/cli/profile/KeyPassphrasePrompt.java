package org.waxwing.app.cli.profile;

import java.util.Optional;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.secret.Passphrase;

/// Asks at the terminal for the passphrase of a key that kept its own. Gives up after three wrong answers.
final class KeyPassphrasePrompt implements PassphrasePrompt {
    private static final int TRIES = 3;

    private final Terminal terminal;
    private int wrong;

    KeyPassphrasePrompt(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Optional<Passphrase> ask(Fingerprint own, String owner, boolean again) {
        wrong = again ? wrong + 1 : 0;
        if (wrong >= TRIES) {
            return Optional.empty();
        }
        String question =
                (again ? "That does not fit. " : "") + "Passphrase of the key of " + owner + " (" + own.hex() + "):";
        return terminal.secrets().ask(question).map(Passphrase::taking);
    }
}
