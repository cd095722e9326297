package org.waxwing.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.attack.Attack;

/// A letter's whole road in a process of its own, from the first passphrase to the last line read: no
/// canary gets into a log, an exception, a temporary file or a clear byte of the profile, in no common
/// disguise.
class NothingSecretIsLoggedTest {
    private static final List<String> CANARIES = List.of(
            CanaryJourney.PASSPHRASE,
            CanaryJourney.WRONG_PASSPHRASE,
            CanaryJourney.WRONG_PASSWORD,
            CanaryJourney.SUBJECT,
            CanaryJourney.TEXT,
            CanaryJourney.FILE_NAME,
            CanaryJourney.FILE_TEXT,
            CanaryJourney.NAME,
            CanaryJourney.LOCAL_PART,
            CanaryJourney.STRANGER);

    @TempDir
    private Path folder;

    @Test
    @Attack(60)
    @Attack(61)
    void noCanaryLeavesThePlacesMadeForIt() throws Exception {
        Path profile = folder.resolve("profile");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path output = folder.resolve("output");
        Path madeUp = folder.resolve("made-up");
        journey(profile, temporary, output, madeUp);

        String said = Files.readString(output);
        assertTrue(said.contains("THE END"), said);
        assertTrue(said.contains("SignInRefused"), "the wrong password was not refused");
        assertTrue(said.contains("Refused[550]"), "nobody was refused");
        List<String> made = Files.readAllLines(madeUp);
        assertNone(output, Stream.concat(CANARIES.stream(), made.stream()).toList());
        for (Path file : files(temporary)) {
            assertTrue(file.getFileName().toString().startsWith("sqlite-"), file + " was left behind");
            assertNone(file, CANARIES);
        }
        List<String> inTheProfile =
                Stream.concat(CANARIES.stream(), Stream.of(made.getFirst())).toList();
        List<Path> kept = files(profile);
        assertTrue(kept.size() >= 4, "the profile has too few files to be one: " + kept);
        for (Path file : kept) {
            assertNone(file, inTheProfile);
        }
    }

    /// A search that finds nothing anywhere would be green for ever.
    @Test
    void theSearchSeesThroughTheDisguises() throws IOException {
        Path file = folder.resolve("a file");
        String canary = CanaryJourney.TEXT;
        byte[] shifted = ("xy" + canary + "z").getBytes(StandardCharsets.UTF_8);
        for (byte[] disguise : List.of(
                canary.getBytes(StandardCharsets.UTF_8),
                canary.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                canary.getBytes(StandardCharsets.UTF_16LE),
                canary.getBytes(StandardCharsets.UTF_16BE),
                Base64.getEncoder().encode(shifted),
                Base64.getMimeEncoder(16, new byte[] {'\r', '\n'}).encode(shifted))) {
            Files.write(file, disguise);
            assertEquals(List.of(canary), found(file, CANARIES));
        }
    }

    private static void journey(Path profile, Path temporary, Path output, Path madeUp) throws Exception {
        String path = Stream.of("jdk.module.path", "java.class.path")
                .map(name -> System.getProperty(name, ""))
                .collect(Collectors.joining(File.pathSeparator));
        String own = Path.of("target", "classes") + File.pathSeparator + Path.of("target", "test-classes");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        own + File.pathSeparator + path,
                        CanaryJourney.class.getName(),
                        profile.toString(),
                        madeUp.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(child.waitFor(300, TimeUnit.SECONDS), "the journey takes too long");
            assertEquals(0, child.exitValue(), () -> lastWords(output));
        } finally {
            child.destroyForcibly();
        }
    }

    private static String lastWords(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> walked = Files.walk(below)) {
            return walked.filter(Files::isRegularFile).toList();
        }
    }

    private static void assertNone(Path file, List<String> canaries) throws IOException {
        List<String> found = found(file, canaries);
        assertTrue(found.isEmpty(), () -> file.getFileName() + " holds " + found);
        assertEquals(List.of(), found(file.getFileName().toString(), canaries), "a telling name");
    }

    private static List<String> found(Path file, List<String> canaries) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteArrayOutputStream oneLine = new ByteArrayOutputStream();
        for (byte next : bytes) {
            if (next != '\r' && next != '\n') {
                oneLine.write(next);
            }
        }
        return Stream.concat(
                        found(new String(bytes, StandardCharsets.ISO_8859_1), canaries).stream(),
                        found(oneLine.toString(StandardCharsets.ISO_8859_1), canaries).stream())
                .distinct()
                .toList();
    }

    private static List<String> found(String text, List<String> canaries) {
        String small = text.toLowerCase(Locale.ROOT);
        return canaries.stream()
                .filter(canary -> plain(canary).stream().anyMatch(small::contains)
                        || base64(canary).stream().anyMatch(text::contains))
                .toList();
    }

    private static List<String> plain(String canary) {
        String small = canary.toLowerCase(Locale.ROOT);
        return List.of(small, String.join("\0", small.split("")));
    }

    /// The middle of the canary in base64, for each of the three places where it can begin.
    private static List<String> base64(String canary) {
        List<String> forms = new ArrayList<>();
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = ("\0".repeat(shift) + canary).getBytes(StandardCharsets.UTF_8);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            forms.add(encoded.substring(4, encoded.length() - 2));
        }
        return forms;
    }
}
