package org.waxwing.keystore.sqlite;

import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.KeyringException;

/// One sealed row that tells at once when a keyring is opened with another profile's vault.
record VaultCheck(ColumnSealer sealer) {
    private static final String TABLE = "vault_check";
    private static final Octets CONTENT = Octets.ofUtf8("waxwing keyring");

    void check(Transaction transaction) {
        Optional<Octets> stored =
                transaction.first(row -> row.octets(1), "SELECT sealed FROM vault_check WHERE id = 1");
        if (stored.isEmpty()) {
            transaction.insert("INSERT INTO vault_check (id, sealed) VALUES (1, ?)", sealer.seal(CONTENT, TABLE, 1, 1));
        } else if (sealer.tryOpen(stored.get(), TABLE, 1, 1)
                .filter(CONTENT::equals)
                .isEmpty()) {
            throw new KeyringException(
                    "this keyring belongs to another vault; the vault and the keyring of one profile go together");
        }
    }
}
