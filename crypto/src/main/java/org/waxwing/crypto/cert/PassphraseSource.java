package org.waxwing.crypto.cert;

import java.util.Optional;
import org.waxwing.crypto.secret.Passphrase;

/// Who can unlock a key: the vault those in its care, the person the rest.
public interface PassphraseSource {
    /// The passphrase, to be closed by the caller; nothing when nobody knows it, or the person declined.
    Optional<Passphrase> passphraseFor(LockedSecretKey key);

    /// Reaches for a key on a token. Whoever answers no PIN questions reaches none, and touches no token.
    ///
    /// @param key one whose place is a token
    default TokenOpening tokenKey(SmimeSecretKey key) {
        return new TokenOpening.Closed(TokenProblem.NO_PIN);
    }
}
