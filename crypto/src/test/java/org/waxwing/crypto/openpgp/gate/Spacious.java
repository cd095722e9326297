package org.waxwing.crypto.openpgp.gate;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs [SpaciousMain] in a JVM with a large heap, which the one of the tests is not.
final class Spacious {
    private Spacious() {}

    /// What the program printed; nothing where this computer hasn't the memory.
    static Set<String> lines() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx4400m",
                        "-XX:+UseSerialGC",
                        "-Dwaxwing.corpora=" + System.getProperty("waxwing.corpora", "absent"),
                        "-cp",
                        classes(),
                        SpaciousMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int _ = child.waitFor();
        return printed.lines().collect(Collectors.toUnmodifiableSet());
    }

    /// Modules and classes alike, as a class path, with the classes of the tests.
    private static String classes() {
        return Stream.of("java.class.path", "jdk.module.path", "surefire.test.class.path")
                .map(name -> System.getProperty(name, ""))
                .flatMap(path -> List.of(path.split(File.pathSeparator)).stream())
                .filter(entry -> !entry.isEmpty())
                .flatMap(entry -> entry.endsWith("classes") && !entry.endsWith("test-classes")
                        ? Stream.of(entry, entry.substring(0, entry.length() - "classes".length()) + "test-classes")
                        : Stream.of(entry))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
