package org.waxwing.crypto.openpgp.gate;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs a program of the tests in a JVM of its own, where it needs more memory or another environment than
/// the tests have.
public final class ChildJvm {
    private ChildJvm() {}

    /// What the program printed, whether or not it ended well.
    public static List<String> lines(Class<?> program, String heap, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-Dwaxwing.corpora=" + System.getProperty("waxwing.corpora", "absent"),
                        "-cp",
                        classes(),
                        program.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process child = builder.start();
        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int _ = child.waitFor();
        return printed.lines().toList();
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
