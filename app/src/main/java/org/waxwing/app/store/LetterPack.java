package org.waxwing.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.waxwing.app.StorageException;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.vault.AtomicFile;

/// The sealed bytes of every letter, one after the other in one file that only grows. A row of the
/// database says where each one lies; bytes at the end that no row knows were left by a crash and mean
/// nothing.
final class LetterPack implements AutoCloseable {
    private final FileChannel file;

    private LetterPack(FileChannel file) {
        this.file = file;
    }

    @SuppressWarnings("MustBeClosedChecker")
    static LetterPack open(Path path) {
        try {
            AtomicFile.createEmpty(path);
            return new LetterPack(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException broken) {
            throw new StorageException("The file of letters can't be opened.", broken);
        }
    }

    /// Appends, and returns when the bytes are on the disk. The caller holds the database's write lock, so
    /// that nobody else appends.
    ///
    /// @return where they begin
    long append(Octets sealed) {
        try {
            long start = file.size();
            ByteBuffer buffer = ByteBuffer.wrap(sealed.toByteArray());
            long at = start;
            while (buffer.hasRemaining()) {
                at += file.write(buffer, at);
            }
            file.force(true);
            return start;
        } catch (IOException broken) {
            throw new StorageException("A letter can't be written: is the disk full?", broken);
        }
    }

    Octets read(long offset, int length) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(length);
            while (buffer.hasRemaining()) {
                if (file.read(buffer, offset + buffer.position()) < 0) {
                    throw new StorageException("The file of letters is shorter than it was.");
                }
            }
            return Octets.of(buffer.array());
        } catch (IOException broken) {
            throw new StorageException("A letter can't be read from the disk.", broken);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException broken) {
            throw new StorageException("The file of letters can't be closed.", broken);
        }
    }
}
