package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilePassphraseTest {
    @Test
    void asksAgainWhenItDoesNotFit() {
        Shell.Left left = new Shell(World.withAnAccount())
                .typing("open barley", World.PASSPHRASE)
                .run("account", "list");
        assertEquals(0, left.code(), left.err());
    }

    @Test
    void givesUpAfterThreeAnswers() {
        Shell shell = new Shell(World.withAnAccount()).typing("a", "b", "c", World.PASSPHRASE);
        Shell.Left left = shell.run("account", "list");
        assertEquals(67, left.code());
        assertEquals(1, shell.answers.size(), "the fourth answer was not asked for");
    }

    @Test
    void aNewPassphraseIsAskedForTwice() {
        World world = World.withoutAProfile();
        Shell.Left left =
                new Shell(world).typing("one", "one").run("key", "generate", "--address", "anna@chem.example");
        assertEquals(0, left.code(), left.err());
        assertEquals(List.of("profile made", "made for anna@chem.example", "closed"), world.done);
    }

    @Test
    void nothingIsMadeWhenTheTwoDiffer() {
        World world = World.withoutAProfile();
        Shell.Left left =
                new Shell(world).typing("one", "two").run("key", "generate", "--address", "anna@chem.example");
        assertEquals(67, left.code());
        assertEquals(List.of(), world.done);
    }

    @Test
    void anEmptyPassphraseMakesNothing() {
        World world = World.withoutAProfile();
        Shell.Left left = new Shell(world).typing("", "").run("key", "generate", "--address", "anna@chem.example");
        assertEquals(19, left.code());
        assertEquals(List.of(), world.done);
    }

    @Test
    void onlyTheFirstLineOfTheFileCounts(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("pass"), World.PASSPHRASE + "\r\nsecond line\n");
        Shell.Left left = new Shell(World.withAnAccount()).run("account", "list", "--passphrase-file", file.toString());
        assertEquals(0, left.code(), left.err());
    }

    @Test
    void aFileThatIsNotTextIsRefused(@TempDir Path dir) throws Exception {
        Path file = Files.write(dir.resolve("pass"), new byte[] {(byte) 0xFF, (byte) 0xFE, '\n'});
        Shell.Left left = new Shell(World.withAnAccount()).run("account", "list", "--passphrase-file", file.toString());
        assertEquals(31, left.code());
    }

    @Test
    void textThatIsNotUtf8IsNotSent(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("pass"), World.PASSPHRASE);
        World world = World.withAnAccount();
        Shell.Left left = new Shell(world)
                .reading("Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1))
                .run(List.of(
                        "send",
                        "--from",
                        "anna@chem.example",
                        "--to",
                        "ben@example.org",
                        "--subject",
                        "Hi",
                        "--passphrase-file",
                        file.toString()));
        assertEquals(53, left.code());
        assertTrue(world.entries.isEmpty());
    }
}
