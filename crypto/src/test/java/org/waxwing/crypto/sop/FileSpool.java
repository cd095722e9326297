package org.waxwing.crypto.sop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.waxwing.crypto.secret.Spool;

/// A spool whose files a test can look at.
public final class FileSpool implements Spool {
    private final Path folder;
    private final List<Path> opened = new ArrayList<>();

    public FileSpool(Path folder) {
        this.folder = folder;
    }

    /// Every file that was ever opened.
    public List<Path> opened() {
        return List.copyOf(opened);
    }

    @Override
    public Place open() throws IOException {
        Path file = Files.createTempFile(folder, "spool", ".sealed");
        opened.add(file);
        return new Place() {
            @Override
            public OutputStream write() throws IOException {
                return Files.newOutputStream(file);
            }

            @Override
            public InputStream read() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public void close() throws IOException {
                Files.delete(file);
            }
        };
    }
}
