package org.waxwing.app.dispatch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.waxwing.app.StorageException;
import org.waxwing.app.send.OutboxId;
import org.waxwing.keystore.vault.AtomicFile;

/// At most one process, and in it one thread, works on an outbox entry. The operating system holds the
/// locks, each on one byte of a file, so a process that dies lets go of its own.
///
/// The file is opened once: POSIX drops all locks of a process when it closes any of its handles.
public final class EntryLocks implements AutoCloseable {
    private final FileChannel file;

    private EntryLocks(FileChannel file) {
        this.file = file;
    }

    @SuppressWarnings("MustBeClosedChecker")
    public static EntryLocks open(Path path) {
        try {
            AtomicFile.createEmpty(path);
            return new EntryLocks(FileChannel.open(path, StandardOpenOption.WRITE));
        } catch (IOException broken) {
            throw new StorageException("The outbox can't be locked.", broken);
        }
    }

    /// The lock, to be closed after the work; nothing while somebody else has it.
    Optional<Held> tryTake(OutboxId id) {
        try {
            FileLock lock = file.tryLock(id.value(), 1, false);
            return Optional.ofNullable(lock).map(Held::new);
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new StorageException("The outbox can't be locked.", broken);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException broken) {
            throw new StorageException("The outbox can't be closed.", broken);
        }
    }

    /// A lock that is held.
    record Held(FileLock lock) implements AutoCloseable {
        @Override
        public void close() {
            try {
                lock.release();
            } catch (IOException broken) {
                throw new StorageException("The outbox can't be unlocked.", broken);
            }
        }
    }
}
