package org.waxwing.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of the repository, as the tests of the house see them.
record SourceTree(Path root) {
    private static final List<String> MODULES = List.of("crypto", "keystore", "app", "ui", "packaging");

    static SourceTree here() {
        return new SourceTree(Path.of(System.getProperty("waxwing.root")).toAbsolutePath());
    }

    /// Every Java source, tests included.
    List<Path> javaFiles() {
        return files(".java");
    }

    /// Every file below the `src` folders with this ending.
    List<Path> files(String ending) {
        return MODULES.stream()
                .map(module -> root.resolve(module).resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(SourceTree::walk)
                .filter(file -> file.toString().endsWith(ending))
                .sorted()
                .toList();
    }

    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
