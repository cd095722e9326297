package org.waxwing.keystore.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.waxwing.keystore.KeyringException;
import org.waxwing.keystore.vault.AtomicFile;

/// One connection to one SQLite file and the lock that lets one thread at a time use it. Other processes
/// may have the file open too.
///
/// WAL with `synchronous=FULL`: what was committed survives a power cut. Every change begins with `BEGIN
/// IMMEDIATE`, so two processes wait for each other instead of failing half-way.
final class Database implements AutoCloseable {
    private static final int BUSY_MILLIS = 5_000;

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private long ownChanges;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /// Opens the file, made for its owner only when there is none.
    static Database open(Path file) {
        if (file.toString().indexOf('?') >= 0) {
            throw new KeyringException("a profile folder can't have a question mark in its path; choose another");
        }
        try {
            // SQLite gives its WAL and shared-memory files the mode of the database.
            AtomicFile.createEmpty(file);
        } catch (IOException failed) {
            throw new KeyringException(
                    "the keyring could not be made; check that the profile folder is there and can be written", failed);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        try {
            return new Database(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
        } catch (SQLException failed) {
            throw Failure.of(failed);
        }
    }

    /// Reads from one snapshot.
    <T> T read(Function<Transaction, T> work) {
        return run("BEGIN", work);
    }

    /// All of the changes or none; durable on return.
    <T> T write(Function<Transaction, T> work) {
        lock.lock();
        try {
            // Also where it fails: what was cached is read once more, no harm done.
            ownChanges++;
            return run("BEGIN IMMEDIATE", work);
        } finally {
            lock.unlock();
        }
    }

    /// A state of the file. Two that are equal hold the same rows.
    ///
    /// @param others changes when another connection, of any process, committed a change
    /// @param own counts the changes over this connection, which `others` doesn't tell of
    record State(long others, long own) {}

    /// The state that the transaction sees.
    State state(Transaction transaction) {
        return new State(transaction.number("PRAGMA data_version"), ownChanges);
    }

    /// As [#write], for changes that have nothing to tell.
    void commit(Consumer<Transaction> work) {
        boolean _ = write(transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    private <T> T run(String begin, Function<Transaction, T> work) {
        lock.lock();
        try (Transaction transaction = new Transaction(connection)) {
            transaction.execute(begin);
            try {
                T result = work.apply(transaction);
                transaction.execute("COMMIT");
                return result;
            } catch (RuntimeException | Error failed) {
                undo(transaction, failed);
                throw failed;
            }
        } finally {
            lock.unlock();
        }
    }

    /// SQLite may have rolled back by itself, on a full disk for one.
    private static void undo(Transaction transaction, Throwable failed) {
        try {
            transaction.execute("ROLLBACK");
        } catch (KeyringException already) {
            failed.addSuppressed(already);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException failed) {
            throw Failure.of(failed);
        } finally {
            lock.unlock();
        }
    }
}
