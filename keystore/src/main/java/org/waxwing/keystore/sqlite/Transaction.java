package org.waxwing.keystore.sqlite;

import com.google.errorprone.annotations.MustBeClosed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.KeyringException;

/// The statements of one transaction. Each is kept for the next use of the same text and closed with the
/// transaction: most of the time of a short statement goes into its preparation.
///
/// Parameters are [Octets], [Long] or [Integer].
final class Transaction implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new HashMap<>();

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
        try (Use use = prepare(sql, parameters)) {
            return use.statement().executeUpdate();
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
        try (Use use = prepare(sql, parameters);
                ResultSet results = use.statement().executeQuery()) {
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

    /// A statement taken out of those that are idle. A reader of rows may use the same text once more: that
    /// is another statement then.
    private final class Use implements AutoCloseable {
        private final String sql;
        private final PreparedStatement statement;

        Use(String sql, PreparedStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }

        PreparedStatement statement() {
            return statement;
        }

        @Override
        public void close() throws SQLException {
            PreparedStatement before = idle.putIfAbsent(sql, statement);
            if (before != null) {
                statement.close();
            }
        }
    }

    @MustBeClosed
    private Use prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement known = idle.remove(sql);
        PreparedStatement statement = known == null ? connection.prepareStatement(sql) : known;
        try {
            for (int i = 0; i < parameters.length; i++) {
                bind(statement, i + 1, parameters[i]);
            }
            return new Use(sql, statement);
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : idle.values()) {
                statement.close();
            }
        } catch (SQLException failed) {
            throw Failure.of(failed);
        } finally {
            idle.clear();
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
