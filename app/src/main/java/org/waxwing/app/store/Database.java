package org.waxwing.app.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.waxwing.app.StorageException;
import org.waxwing.keystore.vault.AtomicFile;

/// The one SQLite file for accounts, letters, drafts and the outbox. Every commit is on the disk when it
/// returns. Within this process one thread works at a time; between processes SQLite's own lock decides,
/// taken at the beginning of each transaction, so that nobody reads and then fails to write.
public final class Database implements AutoCloseable {
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private Database(Connection connection) {
        this.connection = connection;
    }

    /// Opens the file, or makes it; brings its tables up to date.
    @SuppressWarnings("MustBeClosedChecker")
    public static Database open(Path file) {
        Properties settings = new Properties();
        settings.setProperty("journal_mode", "WAL");
        settings.setProperty("synchronous", "FULL");
        settings.setProperty("busy_timeout", "10000");
        settings.setProperty("foreign_keys", "true");
        settings.setProperty("secure_delete", "true");
        settings.setProperty("transaction_mode", "IMMEDIATE");
        try {
            AtomicFile.createEmpty(file);
            Database opened =
                    new Database(DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), settings));
            boolean _ = opened.inTransaction(sql -> {
                Migrations.run(sql);
                return true;
            });
            return opened;
        } catch (SQLException | IOException broken) {
            throw new StorageException("The mail database can't be opened.", broken);
        }
    }

    /// Work that belongs together.
    interface Work<T> {
        T run(Sql sql) throws SQLException;
    }

    /// Runs the work in a transaction, or in the one that this thread has open: all of it happens, or
    /// nothing.
    <T> T inTransaction(Work<T> work) {
        lock.lock();
        try {
            return lock.getHoldCount() > 1 ? work.run(new Sql(connection)) : committed(work);
        } catch (SQLException broken) {
            throw new StorageException("The mail database can't be used: " + reason(broken) + ".", broken);
        } finally {
            lock.unlock();
        }
    }

    /// Runs work that only reads.
    <T> T reading(Work<T> work) {
        lock.lock();
        try {
            return work.run(new Sql(connection));
        } catch (SQLException broken) {
            throw new StorageException("The mail database can't be read: " + reason(broken) + ".", broken);
        } finally {
            lock.unlock();
        }
    }

    private <T> T committed(Work<T> work) throws SQLException {
        boolean done = false;
        connection.setAutoCommit(false);
        try {
            T result = work.run(new Sql(connection));
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    /// SQLite's number for what went wrong: its text may quote what we stored.
    private static String reason(SQLException broken) {
        return "error " + broken.getErrorCode();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new StorageException("The mail database can't be closed.", broken);
        } finally {
            lock.unlock();
        }
    }
}
