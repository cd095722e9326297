package org.waxwing.keystore.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.transfer.ImportReport.Line;
import org.waxwing.keystore.transfer.ImportReport.Line.Why;

/// Reads files of a GnuPG home and nothing else: opened for reading only, no lock taken or heeded (gpg
/// replaces its files whole), sizes and numbers bounded, sockets and pipes passed over.
final class HomeFiles {
    /// A home holds two files for each own key; this is far beyond any.
    private static final int MOST_IN_FOLDER = 10_000;

    private final Path home;
    private final List<Line> problems = new ArrayList<>();

    HomeFiles(Path home) {
        this.home = home;
    }

    boolean has(String name) {
        return Files.isRegularFile(home.resolve(name));
    }

    /// What was there but couldn't be read, so far.
    List<Line> problems() {
        return List.copyOf(problems);
    }

    /// The content of a file. Nothing when it isn't there; when it can't be read, or is larger than
    /// `limit` bytes, that becomes a problem.
    Optional<Octets> file(String name, int limit) {
        return has(name) ? read(home.resolve(name), name, limit) : Optional.empty();
    }

    /// The content of a file that may lie outside the home; nothing, and a problem, when it isn't there.
    Optional<Octets> elsewhere(Path file, int limit) {
        if (Files.isRegularFile(file)) {
            return read(file, name(file), limit);
        }
        problems.add(new Line.Unreadable(name(file), Why.NOT_FOUND));
        return Optional.empty();
    }

    /// The name of a file or folder without the way there.
    static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "/" : name.toString();
    }

    /// The files of a folder whose names are wanted, by name.
    Map<String, Octets> folder(String folder, Predicate<String> wanted, int limit) {
        Map<String, Octets> found = new TreeMap<>();
        Path path = home.resolve(folder);
        if (!Files.isDirectory(path)) {
            return found;
        }
        List<Path> files;
        try (Stream<Path> children = Files.list(path)) {
            files = children.filter(file -> wanted.test(file.getFileName().toString()))
                    .limit(MOST_IN_FOLDER + 1L)
                    .toList();
        } catch (IOException failed) {
            problems.add(new Line.Unreadable(folder, Why.NOT_READABLE));
            return found;
        }
        if (files.size() > MOST_IN_FOLDER) {
            problems.add(new Line.Unreadable(folder, Why.TOO_LARGE));
            return found;
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (Files.isRegularFile(file)) {
                read(file, name, limit).ifPresent(content -> found.put(name, content));
            }
        }
        return found;
    }

    private Optional<Octets> read(Path file, String name, int limit) {
        try (InputStream in = Files.newInputStream(file)) {
            Octets content = Octets.of(in.readNBytes(limit + 1));
            if (content.length() <= limit) {
                return Optional.of(content);
            }
            problems.add(new Line.Unreadable(name, Why.TOO_LARGE));
        } catch (IOException failed) {
            problems.add(new Line.Unreadable(name, Why.NOT_READABLE));
        }
        return Optional.empty();
    }
}
