package org.waxwing.keystore.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.mime.Octets;

/// The database in which GnuPG 2.4's keybox daemon keeps certificates.
class KeyboxDaemonDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void givesOpenPgpCertificatesAndNothingElse() throws SQLException, IOException {
        Path file = folder.resolve("pubring.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE pubkey (ubid BLOB NOT NULL PRIMARY KEY, type INTEGER NOT NULL,"
                    + " ephemeral INTEGER NOT NULL DEFAULT 0, revoked INTEGER NOT NULL DEFAULT 0,"
                    + " keyblob BLOB NOT NULL)");
            statement.executeUpdate("INSERT INTO pubkey VALUES (x'01', 1, 0, 0, x'414e4e41')");
            statement.executeUpdate("INSERT INTO pubkey VALUES (x'02', 2, 0, 0, x'30')");
            statement.executeUpdate("INSERT INTO pubkey VALUES (x'03', 1, 1, 0, x'31')");
        }
        Octets content = Octets.of(Files.readAllBytes(file));
        assertEquals(Optional.of(List.of(Octets.ofUtf8("ANNA"))), KeyboxDaemonDatabase.keyblocks(content));
    }

    @Test
    void refusesWhatIsNoSuchDatabase() {
        assertEquals(Optional.empty(), KeyboxDaemonDatabase.keyblocks(Octets.empty()));
        assertEquals(Optional.empty(), KeyboxDaemonDatabase.keyblocks(Octets.of(new byte[4096])));
        assertEquals(
                Optional.empty(), KeyboxDaemonDatabase.keyblocks(Octets.ofUtf8("SQLite format 3\0" + "x".repeat(500))));
    }
}
