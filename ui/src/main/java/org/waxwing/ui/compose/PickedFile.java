package org.waxwing.ui.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Octets;

/// A file that the writer picked, read for the letter.
final class PickedFile {
    /// Bytes; few relays take more than this once it is encoded.
    static final long LARGEST = 25_000_000;

    private PickedFile() {}

    /// The file, or nothing when it can't be read or is too large.
    static Optional<AttachedFile> read(Path path) {
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
                return Optional.empty();
            }
            String guessed = Files.probeContentType(path);
            String type = guessed == null ? "application/octet-stream" : guessed.toLowerCase(Locale.ROOT);
            return Optional.of(
                    new AttachedFile(String.valueOf(path.getFileName()), type, Octets.of(Files.readAllBytes(path))));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
