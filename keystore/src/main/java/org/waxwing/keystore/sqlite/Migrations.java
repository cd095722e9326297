package org.waxwing.keystore.sqlite;

import java.util.List;
import org.waxwing.keystore.KeyringException;

/// The steps from an empty file to the schema of this release. A step that was ever released is never
/// changed; a new one is appended. `PRAGMA user_version` counts the steps that a file has had.
final class Migrations {
    /// "Wxwk": tells this file from any other SQLite database.
    private static final int APPLICATION_ID = 0x5778776B;

    private static final List<List<String>> STEPS = List.of(
            List.of(
                    """
                    CREATE TABLE vault_check (
                        id INTEGER PRIMARY KEY CHECK (id = 1),
                        sealed BLOB NOT NULL
                    ) STRICT\
                    """,
                    """
                    CREATE TABLE cert (
                        id INTEGER PRIMARY KEY,
                        kind INTEGER NOT NULL,
                        fpr_mac BLOB NOT NULL UNIQUE,
                        created INTEGER NOT NULL,
                        first_seen INTEGER NOT NULL,
                        version INTEGER NOT NULL
                    ) STRICT\
                    """,
                    """
                    CREATE TABLE cert_raw (
                        cert_id INTEGER PRIMARY KEY REFERENCES cert (id),
                        sealed BLOB NOT NULL
                    ) STRICT\
                    """,
                    """
                    CREATE TABLE uid (
                        cert_id INTEGER NOT NULL REFERENCES cert (id),
                        seq INTEGER NOT NULL,
                        sealed BLOB NOT NULL,
                        email_mac BLOB NOT NULL,
                        PRIMARY KEY (cert_id, seq)
                    ) STRICT, WITHOUT ROWID\
                    """,
                    "CREATE INDEX uid_by_email ON uid (email_mac, cert_id)",
                    """
                    CREATE TABLE subkey (
                        keyid_mac BLOB NOT NULL,
                        fpr_mac BLOB NOT NULL,
                        cert_id INTEGER NOT NULL REFERENCES cert (id),
                        PRIMARY KEY (keyid_mac, fpr_mac, cert_id)
                    ) STRICT, WITHOUT ROWID\
                    """,
                    "CREATE INDEX subkey_by_fingerprint ON subkey (fpr_mac, cert_id)",
                    "CREATE INDEX subkey_by_certificate ON subkey (cert_id)",
                    """
                    CREATE TABLE secret_key (
                        id INTEGER PRIMARY KEY,
                        cert_id INTEGER NOT NULL REFERENCES cert (id),
                        version INTEGER NOT NULL,
                        source_mac BLOB NOT NULL,
                        source_length INTEGER NOT NULL,
                        sealed BLOB NOT NULL,
                        in_care INTEGER NOT NULL CHECK (in_care IN (0, 1)),
                        sealed_passphrase BLOB NOT NULL
                    ) STRICT\
                    """,
                    "CREATE INDEX secret_key_by_certificate ON secret_key (cert_id)",
                    """
                    CREATE TABLE revocation (
                        fpr_mac BLOB PRIMARY KEY NOT NULL,
                        sealed BLOB NOT NULL
                    ) STRICT, WITHOUT ROWID\
                    """,
                    """
                    CREATE TABLE trust_event (
                        id INTEGER PRIMARY KEY,
                        fpr_mac BLOB NOT NULL,
                        sealed BLOB NOT NULL,
                        chain_mac BLOB NOT NULL
                    ) STRICT\
                    """,
                    "CREATE INDEX trust_event_by_certificate ON trust_event (fpr_mac, id)"),
            List.of("ALTER TABLE cert_raw ADD COLUMN sealed_verdicts BLOB NOT NULL DEFAULT x''"),
            List.of("""
                CREATE TABLE smime_cert (
                    id INTEGER PRIMARY KEY,
                    fpr_mac BLOB NOT NULL UNIQUE,
                    created INTEGER NOT NULL,
                    first_seen INTEGER NOT NULL,
                    sealed BLOB NOT NULL
                ) STRICT\
                """, """
                CREATE TABLE smime_address (
                    email_mac BLOB NOT NULL,
                    cert_id INTEGER NOT NULL REFERENCES smime_cert (id),
                    PRIMARY KEY (email_mac, cert_id)
                ) STRICT, WITHOUT ROWID\
                """, """
                CREATE TABLE smime_key (
                    cert_id INTEGER PRIMARY KEY REFERENCES smime_cert (id),
                    sealed BLOB NOT NULL,
                    sealed_chain BLOB NOT NULL,
                    sealed_passphrase BLOB NOT NULL
                ) STRICT\
                """),
            List.of("""
                CREATE TABLE smime_capabilities (
                    cert_id INTEGER PRIMARY KEY REFERENCES smime_cert (id),
                    sealed BLOB NOT NULL
                ) STRICT\
                """),
            List.of("""
                CREATE TABLE smime_revocation (
                    id INTEGER PRIMARY KEY,
                    fpr_mac BLOB NOT NULL UNIQUE,
                    sealed BLOB NOT NULL
                ) STRICT\
                """),
            List.of("""
                CREATE TABLE smime_token_key (
                    cert_id INTEGER PRIMARY KEY REFERENCES smime_cert (id),
                    sealed BLOB NOT NULL,
                    sealed_chain BLOB NOT NULL
                ) STRICT\
                """),
            List.of("""
                CREATE TABLE smime_waiting (
                    id INTEGER PRIMARY KEY,
                    request_mac BLOB NOT NULL UNIQUE,
                    sealed BLOB NOT NULL,
                    sealed_request BLOB NOT NULL,
                    sealed_passphrase BLOB NOT NULL
                ) STRICT\
                """));

    private Migrations() {}

    /// Brings the file to this release's schema. Returns whether it was empty before.
    static boolean run(Transaction transaction) {
        long done = transaction.number("PRAGMA user_version");
        if (done > STEPS.size()) {
            throw new KeyringException("the keyring was made by a newer version of Waxwing; update Waxwing to open it");
        }
        for (List<String> step : STEPS.subList((int) done, STEPS.size())) {
            step.forEach(transaction::execute);
        }
        if (done < STEPS.size()) {
            transaction.execute("PRAGMA application_id = " + APPLICATION_ID);
            transaction.execute("PRAGMA user_version = " + STEPS.size());
        }
        return done == 0;
    }
}
