package org.waxwing.keystore.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConnection;
import org.waxwing.crypto.mime.Octets;

/// The database of GnuPG 2.4's keybox daemon (`public-keys.d/pubring.db`). Read from memory, so that
/// nothing is opened, locked or written beside the home's own file.
public final class KeyboxDaemonDatabase {
    /// What GnuPG stores in `pubkey.type` for an OpenPGP certificate.
    private static final int OPENPGP = 1;

    private static final int MOST = 1_000_000;
    /// Where the file's header says whether readers expect a write-ahead log (SQLite file format §1.3.3).
    private static final int WRITE_VERSION = 18;
    private static final int READ_VERSION = 19;
    private static final int HEADER = 100;

    private KeyboxDaemonDatabase() {}

    /// The packets of every OpenPGP certificate, or nothing when the file is no such database.
    public static Optional<List<Octets>> keyblocks(Octets file) {
        if (file.length() < HEADER) {
            return Optional.empty();
        }
        byte[] content = file.toByteArray();
        content[WRITE_VERSION] = 1;
        content[READ_VERSION] = 1;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            connection.unwrap(SQLiteConnection.class).deserialize("main", content);
            return Optional.of(read(connection));
        } catch (SQLException _) {
            return Optional.empty();
        }
    }

    private static List<Octets> read(Connection connection) throws SQLException {
        List<Octets> keyblocks = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT keyblob FROM pubkey WHERE type = " + OPENPGP
                        + " AND ephemeral = 0 ORDER BY rowid LIMIT " + MOST)) {
            while (rows.next()) {
                byte[] keyblock = rows.getBytes(1);
                keyblocks.add(keyblock == null ? Octets.empty() : Octets.of(keyblock));
            }
        }
        return keyblocks;
    }
}
