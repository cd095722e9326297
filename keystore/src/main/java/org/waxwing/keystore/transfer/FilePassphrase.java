package org.waxwing.keystore.transfer;

import java.util.Optional;
import org.waxwing.crypto.secret.Passphrase;

/// Knows, or asks somebody for, the passphrase of a file of S/MIME identities.
public interface FilePassphrase {
    /// The passphrase, to be closed by the caller; nothing when nobody knows it or the person declined.
    ///
    /// @param file its name without its folder
    /// @param again whether the answer before didn't fit
    Optional<Passphrase> ask(String file, boolean again);

    /// Nobody knows any.
    static FilePassphrase unknown() {
        return (_, _) -> Optional.empty();
    }
}
