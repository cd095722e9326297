package org.waxwing.keystore;

import java.nio.file.Path;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.keystore.vault.Vault;

/// Opens keyrings.
public final class Keyrings {
    private Keyrings() {}

    /// The keyring in the database file, made when there is none.
    public static Keyring open(Path database, Vault vault, OpenPgp openPgp) {
        throw new UnsupportedOperationException("not yet " + database + vault + openPgp.hashCode());
    }
}
