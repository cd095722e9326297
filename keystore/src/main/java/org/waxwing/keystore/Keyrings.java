package org.waxwing.keystore;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.keystore.sqlite.SqliteKeyring;
import org.waxwing.keystore.vault.Vault;

/// Opens keyrings.
public final class Keyrings {
    private Keyrings() {}

    /// The keyring in the database file, made when there is none. Beside it lies the head of its journal,
    /// a small file of the same name with `.head`. Fails with a [KeyringException] when the file belongs to
    /// another vault, is damaged, or can't be written.
    public static Keyring open(Path database, Vault vault, OpenPgp openPgp) {
        return SqliteKeyring.open(database, vault.box("keyring"), openPgp, new SecureRandom());
    }
}
