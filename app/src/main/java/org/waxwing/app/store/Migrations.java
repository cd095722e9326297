package org.waxwing.app.store;

import java.sql.SQLException;
import java.util.List;
import org.waxwing.app.StorageException;

/// The tables, as steps that are only ever appended. What a thief of the disk can read: how many letters,
/// their dates and sizes, read or not, the states of the outbox, and how often servers were asked
/// about certificates and letters and for pictures. Names, addresses, subjects and texts are sealed.
final class Migrations {
    private static final List<List<String>> STEPS = List.of(
            List.of(
                    """
                    CREATE TABLE account (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        address_mac BLOB NOT NULL UNIQUE,
                        sealed BLOB NOT NULL
                    ) STRICT\
                    """,
                    """
                    CREATE TABLE setting (
                        name TEXT NOT NULL PRIMARY KEY,
                        sealed BLOB NOT NULL
                    ) STRICT\
                    """,
                    """
                    CREATE TABLE folder (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        account INTEGER NOT NULL,
                        kind TEXT NOT NULL,
                        uid_validity INTEGER NOT NULL DEFAULT 0,
                        newest_uid INTEGER NOT NULL DEFAULT 0,
                        UNIQUE (account, kind)
                    ) STRICT\
                    """,
                    """
                    CREATE TABLE letter (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        folder INTEGER NOT NULL REFERENCES folder (id),
                        uid INTEGER NOT NULL,
                        content_mac BLOB NOT NULL,
                        message_mac BLOB NOT NULL,
                        date INTEGER NOT NULL,
                        unread INTEGER NOT NULL,
                        pack_offset INTEGER NOT NULL,
                        pack_length INTEGER NOT NULL,
                        summary BLOB NOT NULL
                    ) STRICT\
                    """,
                    "CREATE INDEX letter_by_date ON letter (folder, date DESC, id DESC)",
                    "CREATE INDEX letter_unread ON letter (folder) WHERE unread = 1",
                    "CREATE INDEX letter_by_content ON letter (folder, content_mac)",
                    "CREATE INDEX letter_by_message ON letter (folder, message_mac)",
                    """
                    CREATE TABLE draft (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        changed INTEGER NOT NULL,
                        sealed BLOB NOT NULL
                    ) STRICT\
                    """,
                    """
                    CREATE TABLE outbox (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        account INTEGER NOT NULL,
                        queued INTEGER NOT NULL,
                        state TEXT NOT NULL,
                        changed INTEGER NOT NULL,
                        append_pending INTEGER NOT NULL,
                        about BLOB NOT NULL,
                        message BLOB NOT NULL,
                        outcome BLOB NOT NULL
                    ) STRICT\
                    """),
            List.of("""
                CREATE TABLE inquiry (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    sealed BLOB NOT NULL
                ) STRICT\
                """));

    private Migrations() {}

    static void run(Sql sql) throws SQLException {
        int version = sql.one("PRAGMA user_version", row -> row.getInt(1)).orElseThrow();
        if (version > STEPS.size()) {
            throw new StorageException("The mail database was made by a newer version of Waxwing.");
        }
        for (int step = version; step < STEPS.size(); step++) {
            for (String statement : STEPS.get(step)) {
                sql.change(statement);
            }
            sql.change("PRAGMA user_version = " + (step + 1));
        }
    }
}
