package org.waxwing.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.app.wiring.Wiring;
import org.waxwing.crypto.secret.Passphrase;

/// The folder that holds everything of one person: vault, keyring, letters, outbox, drafts.
///
/// @param folder need not exist yet
public record Profile(Path folder) {
    /// The profile in the usual place of this platform: `$XDG_DATA_HOME/waxwing` (or
    /// `~/.local/share/waxwing`), `~/Library/Application Support/Waxwing`, `%APPDATA%\Waxwing`.
    public static Profile usual() {
        return new Profile(UsualFolders.data());
    }

    /// Whether there is a profile to open.
    public boolean exists() {
        return Files.exists(folder.resolve("vault"));
    }

    /// Opens it.
    ///
    /// @param prompt asked for the passphrases of keys that kept their own
    public ProfileOpening open(Passphrase passphrase, PassphrasePrompt prompt) {
        return Wiring.open(folder, passphrase, prompt);
    }

    /// Makes it, where there is none, and opens it.
    public ProfileOpening create(Passphrase passphrase, PassphrasePrompt prompt) {
        return Wiring.create(folder, passphrase, prompt);
    }
}
