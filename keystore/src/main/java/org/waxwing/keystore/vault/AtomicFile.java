package org.waxwing.keystore.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.waxwing.crypto.mime.Octets;

/// Small files that are there whole or not at all, readable by their owner only. The new bytes are on
/// the disk before the name points to them, so a crash leaves the old file or the new one.
public final class AtomicFile {
    private AtomicFile() {}

    /// Puts the bytes in the place of the file, whatever was there.
    public static void replace(Path file, Octets content) throws IOException {
        Path written = writeBeside(file, content);
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
        sync(folderOf(file));
    }

    /// Makes the file, unless there is one: then a [FileAlreadyExistsException]. Of several processes that
    /// try at once, one succeeds.
    public static void create(Path file, Octets content) throws IOException {
        Path written = writeBeside(file, content);
        try {
            linkOrMove(written, file);
        } finally {
            Files.deleteIfExists(written);
        }
        sync(folderOf(file));
    }

    /// Makes the folder and those above it, where they are missing, for the owner only.
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions(folder, "rwx------"));
        }
    }

    /// Makes an empty file for the owner only, unless there is one.
    public static void createEmpty(Path file) throws IOException {
        try {
            Files.createFile(file, permissions(file, "rw-------"));
        } catch (FileAlreadyExistsException _) {
            // Somebody else was faster, or it is a later start: the file is there, which is all we want.
        }
    }

    private static Path writeBeside(Path file, Octets content) throws IOException {
        Path folder = folderOf(file);
        Path written = Files.createTempFile(folder, file.getFileName() + ".", ".new", permissions(folder, "rw-------"));
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content.toByteArray());
            while (buffer.hasRemaining()) {
                int _ = channel.write(buffer);
            }
            channel.force(true);
        }
        return written;
    }

    /// A hard link fails when the name is taken, which a rename does not. Where the file system has no
    /// links, the move checks first.
    private static void linkOrMove(Path written, Path file) throws IOException {
        try {
            Path _ = Files.createLink(file, written);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Path _ = Files.move(written, file);
        }
    }

    private static void sync(Path folder) throws IOException {
        if (posix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a file lies in a folder");
        }
        return folder;
    }

    private static FileAttribute<?>[] permissions(Path path, String mode) {
        if (!posix(path)) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(mode);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
