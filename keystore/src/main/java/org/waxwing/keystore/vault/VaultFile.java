package org.waxwing.keystore.vault;

import java.nio.file.Path;
import org.waxwing.crypto.secret.Passphrase;

/// The vault's file.
final class VaultFile {
    private VaultFile() {}

    static Vault create(Path file, Passphrase passphrase) {
        if (passphrase.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        throw new UnsupportedOperationException("not yet " + file);
    }

    static VaultOpening open(Path file, Passphrase passphrase) {
        if (passphrase.isEmpty()) {
            return new VaultOpening.WrongPassphrase();
        }
        throw new UnsupportedOperationException("not yet " + file);
    }
}
