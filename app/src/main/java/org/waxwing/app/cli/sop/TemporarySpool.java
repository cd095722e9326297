package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.waxwing.crypto.secret.Spool;

/// A spool in temporary files that only their owner may open. Where the system allows it a file loses its
/// name as soon as it is open, so that nothing stays even of a process that is killed; elsewhere the system
/// deletes it when it is closed.
///
/// @param folder where there is place for as much as may come
public record TemporarySpool(Path folder, SecureRandom random) implements Spool {
    private static final int NAME = 16;

    /// Where the system keeps temporary files.
    public static TemporarySpool ofThisSystem(SecureRandom random) {
        return new TemporarySpool(Path.of(System.getProperty("java.io.tmpdir", ".")), random);
    }

    @Override
    public Place open() throws IOException {
        byte[] name = new byte[NAME];
        random.nextBytes(name);
        return new TemporaryFile(FileChannel.open(
                folder.resolve("waxwing-" + HexFormat.of().formatHex(name) + ".sealed"),
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                ownerOnly()));
    }

    private FileAttribute<?>[] ownerOnly() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /// One open file. Its streams leave it open, since closing it is its end.
    private record TemporaryFile(FileChannel channel) implements Place {
        @Override
        public OutputStream write() {
            return new OutputStream() {
                private final OutputStream out = Channels.newOutputStream(channel);

                @Override
                public void write(int octet) throws IOException {
                    out.write(octet);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                }
            };
        }

        @Override
        public InputStream read() {
            return new InputStream() {
                private long at;

                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    int count = channel.read(ByteBuffer.wrap(target, offset, length), at);
                    at += Math.max(count, 0);
                    return count;
                }
            };
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
