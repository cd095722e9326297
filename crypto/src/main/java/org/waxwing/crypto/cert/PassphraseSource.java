package org.waxwing.crypto.cert;

import java.util.Optional;
import org.waxwing.crypto.secret.Passphrase;

/// Who knows the passphrase of a locked key: the vault for keys in its care, the person for the rest.
public interface PassphraseSource {
    /// The passphrase, to be closed by the caller; nothing when nobody knows it, or the person declined.
    Optional<Passphrase> passphraseFor(LockedSecretKey key);
}
