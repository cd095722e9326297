package org.waxwing.app.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.crypto.mime.Octets;

/// Words that stand in the letter's subject and text and nowhere else, to be looked for in what others see.
final class PlantedWords {
    static final String SUBJECT = "Quinces from the orchard";
    static final String TEXT = """
        The lantern hangs beside the cellar door.
        Bring the ladder, and Grandmother's basket.
        """;

    private static final List<String> WORDS =
            List.of("quinces", "orchard", "lantern", "cellar", "ladder", "grandmother", "basket");

    private PlantedWords() {}

    /// The words that occur in the bytes, as they stand or behind base64.
    static List<String> in(Octets bytes) {
        String plain = bytes.latin1().toLowerCase(Locale.ROOT);
        String decoded = decodedLines(bytes.latin1()).toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(word -> plain.contains(word) || decoded.contains(word))
                .toList();
    }

    private static String decodedLines(String text) {
        String base64 = text.lines()
                .filter(line -> line.length() >= 4 && line.length() % 4 == 0 && line.matches("[A-Za-z0-9+/]+={0,2}"))
                .map(line -> new String(Base64.getDecoder().decode(line), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
        return base64;
    }

    /// The names of the files below a folder that hold one of the words.
    ///
    /// @param looked gets every file that was looked at
    static List<String> below(Path folder, List<Path> looked) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                looked.add(file);
                if (!in(Octets.of(Files.readAllBytes(file))).isEmpty()) {
                    found.add(folder.relativize(file).toString());
                }
            }
        }
        return found;
    }
}
