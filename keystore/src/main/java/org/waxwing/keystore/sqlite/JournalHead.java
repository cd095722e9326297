package org.waxwing.keystore.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.KeyringException;
import org.waxwing.keystore.vault.AtomicFile;
import org.waxwing.keystore.vault.SealedBox;

/// The journal's length and last link, sealed in a small file beside the database: whoever cuts the end
/// off the journal would have to change this file too, and can't.
final class JournalHead {
    private static final String PLACE = "trust_event/head/1";
    private static final int MAC = 32;
    private static final int MAX_FILE = 4096;

    private final Path file;
    private final SealedBox box;

    JournalHead(Path file, SealedBox box) {
        this.file = file;
        this.box = box;
    }

    /// @param count of the entries
    /// @param chain the link of the last one
    record Head(long count, Octets chain) {}

    /// The head, or nothing when the file is missing or was changed.
    Optional<Head> read() {
        try (InputStream in = Files.newInputStream(file)) {
            return box.open(Octets.of(in.readNBytes(MAX_FILE)), PLACE).flatMap(JournalHead::decode);
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new KeyringException("the head of the journal can't be read; check the profile folder", failed);
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    void write(Head head) {
        ByteBuffer clear = ByteBuffer.allocate(8 + MAC);
        clear.putLong(head.count()).put(head.chain().toByteArray());
        try {
            AtomicFile.replace(file, box.seal(Octets.of(clear.array()), PLACE));
        } catch (IOException failed) {
            throw new KeyringException("the head of the journal could not be written; check the free space", failed);
        }
    }

    private static Optional<Head> decode(Octets clear) {
        if (clear.length() != 8 + MAC) {
            return Optional.empty();
        }
        long count = ByteBuffer.wrap(clear.toByteArray()).getLong();
        return Optional.of(new Head(count, clear.slice(8, clear.length())));
    }
}
