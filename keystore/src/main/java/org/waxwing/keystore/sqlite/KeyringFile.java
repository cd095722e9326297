package org.waxwing.keystore.sqlite;

import java.nio.file.Path;
import org.waxwing.keystore.vault.SealedBox;

/// The keyring's file, open and at this release's schema, with its journal.
record KeyringFile(Database database, ColumnSealer sealer, Journal journal) {
    /// Opens the file, made when there is none.
    static KeyringFile open(Path file, SealedBox box) {
        ColumnSealer sealer = new ColumnSealer(box);
        JournalHead head = new JournalHead(file.resolveSibling(file.getFileName() + ".head"), box);
        Journal journal = new Journal(sealer, head);
        Database database = Database.open(file);
        try {
            database.commit(transaction -> {
                if (Migrations.run(transaction)) {
                    journal.begin();
                }
                new VaultCheck(sealer).check(transaction);
                journal.advanceHead(transaction);
            });
        } catch (RuntimeException | Error failed) {
            database.close();
            throw failed;
        }
        return new KeyringFile(database, sealer, journal);
    }
}
