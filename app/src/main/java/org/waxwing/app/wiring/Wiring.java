package org.waxwing.app.wiring;

import java.nio.file.Path;
import org.waxwing.app.ProfileOpening;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.crypto.secret.Passphrase;

/// Builds the object graph of one profile.
public final class Wiring {
    private Wiring() {}

    public static ProfileOpening open(Path folder, Passphrase passphrase, PassphrasePrompt prompt) {
        throw new UnsupportedOperationException("not yet " + folder + passphrase + prompt);
    }

    public static ProfileOpening create(Path folder, Passphrase passphrase, PassphrasePrompt prompt) {
        throw new UnsupportedOperationException("not yet " + folder + passphrase + prompt);
    }
}
