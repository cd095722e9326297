package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Plays the transcripts in `src/test/resources/cli` and compares every line. A line begins with `$` for
/// what is typed, `<` for standard input, `>` and `!` for standard output and error, `=` for the exit code.
/// `DIR` is a folder with `pass` (the passphrase), `wrong`, `letter.eml` and `empty.eml`.
class TranscriptTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "cli");

    @TempDir
    Path dir = Path.of(".");

    @TestFactory
    Stream<DynamicTest> everyTranscriptIsWhatHappens() throws IOException {
        Files.writeString(dir.resolve("pass"), World.PASSPHRASE + "\n");
        Files.writeString(dir.resolve("wrong"), "open barley\n");
        Files.createFile(dir.resolve("empty.eml"));
        Files.writeString(dir.resolve("letter.eml"), """
            From: Ben Ito <ben@example.org>
            To: anna@chem.example
            Subject: \033[31mHi
            subject: second

            The text\033[2J.
            """.replace("\n", "\r\n"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
        }
    }

    private void play(Path file) throws IOException {
        String expected = Files.readString(file);
        World world = file.getFileName().toString().startsWith("no-profile")
                ? World.withoutAProfile()
                : World.withAnAccount();
        String happened = replayed(expected, world);
        // To be looked at, and copied over the transcript when it is what should happen.
        Files.writeString(
                Files.createDirectories(Path.of("target", "transcripts")).resolve(file.getFileName()), happened);
        assertEquals(expected, happened);
    }

    private String replayed(String transcript, World world) {
        StringBuilder happened = new StringBuilder();
        List<String> lines = transcript.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("$ ")) {
                String input = String.join(
                        "\n",
                        lines.subList(i + 1, lines.size()).stream()
                                .takeWhile(next -> next.startsWith("<"))
                                .map(next -> next.substring(next.length() > 1 ? 2 : 1))
                                .toList());
                happened.append(line).append('\n').append(input.isEmpty() ? "" : marked("<", input));
                happened.append(ran(line.substring(2), input, world));
            } else if (line.isEmpty() || line.startsWith("#")) {
                happened.append(line).append('\n');
            }
        }
        return happened.toString();
    }

    private String ran(String typed, String input, World world) {
        List<String> words = Stream.of(typed.split(" "))
                .map(word -> word.replace("DIR", dir.toString()).replace("_", " "))
                .toList();
        Shell.Left left =
                new Shell(world).reading(input.getBytes(StandardCharsets.UTF_8)).run(words);
        return marked(">", left.text()) + marked("!", left.err()) + "= " + left.code() + "\n";
    }

    private String marked(String mark, String text) {
        StringBuilder marked = new StringBuilder();
        text.replace(dir.toString(), "DIR")
                .lines()
                .forEach(line ->
                        marked.append(line.isEmpty() ? mark : mark + " " + line).append('\n'));
        return marked.toString();
    }
}
