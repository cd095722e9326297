package org.waxwing.keystore.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.KeyringException;

/// The statements of one transaction. Each is closed before its method returns.
///
/// Parameters are [Octets], [Long] or [Integer].
final class Transaction {
    private final Connection connection;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /// Makes a value of one row.
    interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    /// One row of an answer, columns counted from 1.
    record Row(ResultSet results) {
        long number(int column) throws SQLException {
            return results.getLong(column);
        }

        Octets octets(int column) throws SQLException {
            byte[] bytes = results.getBytes(column);
            return bytes == null ? Octets.empty() : Octets.of(bytes);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        } catch (SQLException failed) {
            throw Failure.of(failed);
        }
    }

    /// Runs a change and returns how many rows it touched.
    int change(String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw Failure.of(failed);
        }
    }

    /// Inserts one row.
    void insert(String sql, Object... parameters) {
        if (change(sql, parameters) != 1) {
            throw new IllegalStateException("one row was to be written");
        }
    }

    <T> List<T> list(RowReader<T> reader, String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet results = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            Row row = new Row(results);
            while (results.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException failed) {
            throw Failure.of(failed);
        }
    }

    <T> Optional<T> first(RowReader<T> reader, String sql, Object... parameters) {
        return list(reader, sql, parameters).stream().findFirst();
    }

    /// The one number that the statement gives.
    long number(String sql, Object... parameters) {
        return first(row -> row.number(1), sql, parameters)
                .orElseThrow(() -> new KeyringException("the keyring gave no answer; its file is damaged"));
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                bind(statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
    }

    private static void bind(PreparedStatement statement, int index, Object parameter) throws SQLException {
        if (parameter instanceof Octets octets) {
            statement.setBytes(index, octets.toByteArray());
        } else if (parameter instanceof Long number) {
            statement.setLong(index, number);
        } else if (parameter instanceof Integer number) {
            statement.setInt(index, number);
        } else {
            throw new IllegalArgumentException("a parameter of this type is not for the keyring");
        }
    }
}
