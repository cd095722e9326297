package org.waxwing.app.store;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// Statements on an open connection, each closed as soon as it has run.
final class Sql {
    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /// What to make of one row.
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String query, Row<T> row, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(query, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.of(rows));
            }
            return found;
        }
    }

    <T> Optional<T> one(String query, Row<T> row, Object... values) throws SQLException {
        return list(query, row, values).stream().findFirst();
    }

    /// @return how many rows it changed
    @CanIgnoreReturnValue
    int change(String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = prepared(statement, values)) {
            return prepared.executeUpdate();
        }
    }

    /// Inserts one row and returns its number.
    long insert(String statement, Object... values) throws SQLException {
        int inserted = change(statement, values);
        if (inserted != 1) {
            throw new SQLException("no row was inserted");
        }
        return one("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
    }

    static Octets bytes(ResultSet row, String column) throws SQLException {
        return Octets.of(row.getBytes(column));
    }

    private PreparedStatement prepared(String query, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        boolean done = false;
        try {
            for (int i = 0; i < values.length; i++) {
                bind(statement, i + 1, values[i]);
            }
            done = true;
            return statement;
        } finally {
            if (!done) {
                statement.close();
            }
        }
    }

    private static void bind(PreparedStatement statement, int at, Object value) throws SQLException {
        switch (value) {
            case Octets octets -> statement.setBytes(at, octets.toByteArray());
            case Long number -> statement.setLong(at, number);
            case Integer number -> statement.setInt(at, number);
            case Boolean truth -> statement.setInt(at, truth ? 1 : 0);
            case String text -> statement.setString(at, text);
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }
}
