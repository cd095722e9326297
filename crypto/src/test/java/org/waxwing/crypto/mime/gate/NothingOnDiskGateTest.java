package org.waxwing.crypto.mime.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.openpgp.gate.ChildJvm;
import org.waxwing.crypto.openpgp.gate.Corpora;

/// The gate of the clean disk: no letter, sealed or not, makes this module write a file.
class NothingOnDiskGateTest {
    @Test
    @Attack(60)
    void openingAnyLetterWritesNoFile(@TempDir Path folder) throws IOException, InterruptedException {
        Corpora.needed();
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path home = Files.createDirectory(folder.resolve("home"));
        String options = "-Djava.io.tmpdir=" + temporary + " -Duser.home=" + home;
        List<String> lines = ChildJvm.lines(OpenMailsMain.class, "1g", Map.of("JAVA_TOOL_OPTIONS", options));
        lines.forEach(System.out::println);
        assertEquals("the watch holds: 1", lines.getFirst());
        assertEquals(2, lines.size());
        assertTrue(lines.getLast().startsWith("files made while opening: 0 ("), lines.getLast());
        try (Stream<Path> left = Files.walk(folder)) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
        }
    }
}
