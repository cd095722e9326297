package org.waxwing.app.trust;

import java.util.Optional;
import org.waxwing.crypto.secret.Passphrase;

/// Asks the person for the passphrase of a file with S/MIME keys. A face implements it.
public interface FilePrompt {
    /// The answer, to be closed by the caller; nothing where nobody can be asked, or the person declined.
    ///
    /// @param file its name without its folder
    /// @param again whether the answer before didn't fit
    Optional<Passphrase> ask(String file, boolean again);

    /// There is nobody to ask.
    static FilePrompt nobody() {
        return (_, _) -> Optional.empty();
    }
}
