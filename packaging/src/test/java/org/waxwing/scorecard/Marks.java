package org.waxwing.scorecard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads from the sources which tests are marked with `@Attack`.
final class Marks {
    static final List<String> MODULES = List.of("crypto", "keystore", "app", "ui", "packaging");
    private static final Pattern MARK =
            Pattern.compile("@Attack\\(([0-9]+)\\)|\\b(?:class|record) (\\w+)|\\bvoid (\\w+)\\(");

    private Marks() {}

    /// The marked tests by the number of the attack: `package.Class#method`, or `package.Class#` for all of
    /// a class.
    static SortedMap<Integer, List<String>> in(Path root) {
        SortedMap<Integer, List<String>> marks = new TreeMap<>();
        for (String module : MODULES) {
            Path sources = root.resolve(module).resolve("src/test/java");
            if (Files.isDirectory(sources)) {
                files(sources).forEach(file -> read(sources, file, marks));
            }
        }
        return marks;
    }

    private static void read(Path sources, Path file, SortedMap<Integer, List<String>> marks) {
        String name =
                sources.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".");
        String type = name.substring(0, name.length() - ".java".length());
        Matcher found = MARK.matcher(text(file));
        List<Integer> pending = new ArrayList<>();
        while (found.find()) {
            if (found.group(1) != null) {
                Stream.of(found.group(1).split(","))
                        .map(String::strip)
                        .map(Integer::valueOf)
                        .forEach(pending::add);
                continue;
            }
            String test = type + "#" + (found.group(3) == null ? "" : found.group(3));
            pending.forEach(attack ->
                    marks.computeIfAbsent(attack, _ -> new ArrayList<>()).add(test));
            pending.clear();
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith("Test.java"))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
