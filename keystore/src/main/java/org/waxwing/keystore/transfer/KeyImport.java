package org.waxwing.keystore.transfer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Keyring;

/// Brings certificates and keys into a keyring: from files (armoured or binary, many in one) and straight
/// from a GnuPG home, without gpg and without changing anything there.
public final class KeyImport {
    private final Keyring keyring;
    private final OpenPgp openPgp;

    public KeyImport(Keyring keyring, OpenPgp openPgp) {
        this.keyring = keyring;
        this.openPgp = openPgp;
    }

    /// Imports every path, a file or a GnuPG home, and names every item.
    ///
    /// @param passphrases tried on every locked secret key, in order
    public ImportReport run(List<Path> paths, List<Passphrase> passphrases, Instant now) {
        throw new UnsupportedOperationException("not yet " + keyring + openPgp.hashCode());
    }

    /// The GnuPG home of this computer's user, where there is one.
    public static Optional<Path> usualGnuPgHome() {
        return Optional.empty();
    }
}
