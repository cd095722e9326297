package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.attack.Attack;
import org.waxwing.app.cli.profile.ProfileDoor;

/// `waxwing sop` with what lies in the keyring of a profile.
class SopKeyringTest {
    private static final byte[] LETTER = "See you at eight.\n".getBytes(StandardCharsets.UTF_8);
    private static final String ANNA = "@KEYRING:anna@example.org";

    @TempDir
    Path dir = Path.of(".");

    private final Shell shell = new Shell(ProfileDoor::of);

    @BeforeEach
    void choosesAPassphrase() throws IOException {
        Files.writeString(dir.resolve("passphrase"), "correct horse\n");
    }

    @Test
    void encryptsSignsDecryptsAndVerifiesWithTheKeyring() throws IOException {
        annaHasASeal();
        byte[] sealed = sop(LETTER, "encrypt", "--sign-with", ANNA, ANNA).bytes();
        byte[] opened = sop(sealed, "decrypt", "--verify-with", ANNA, "--verifications-out", at("found"), ANNA)
                .bytes();
        assertArrayEquals(LETTER, opened);
        assertTrue(Files.readString(dir.resolve("found")).contains("mode:binary"));
    }

    @Test
    void mixesTheKeyringWithFiles() throws IOException {
        annaHasASeal();
        Files.write(dir.resolve("ben.key"), bare("generate-key", "Ben <ben@example.org>"));
        Files.write(
                dir.resolve("signatures"),
                sop(LETTER, "sign", at("ben.key"), ANNA).bytes());
        assertEquals(
                1, sop(LETTER, "verify", at("signatures"), ANNA).text().lines().count());
    }

    @Test
    void saysWhoIsNotInTheKeyring() throws IOException {
        annaHasASeal();
        Shell.Left left = run(LETTER, "encrypt", "@KEYRING:carla@example.org");
        assertEquals(72, left.code());
        assertTrue(left.err().contains("no address card “carla@example.org”"), left.err());
        left = run(LETTER, "sign", "@KEYRING:carla@example.org");
        assertEquals(72, left.code());
        assertTrue(left.err().contains("You have no seal “carla@example.org”"), left.err());
        assertEquals("", left.out());
    }

    @Test
    @Attack(62)
    void opensNoProfileForFiles() throws IOException {
        Files.write(dir.resolve("ben.key"), bare("generate-key", "Ben <ben@example.org>"));
        assertEquals(0, run(LETTER, "sign", at("ben.key")).code());
    }

    @Test
    void saysThatThereIsNoProfile() {
        assertEquals(78, run(LETTER, "sign", ANNA).code());
    }

    @Test
    void refusesTheKeyringWhereItMeansNothing() {
        Shell.Left left = run(LETTER, "encrypt", "--with-password", ANNA);
        assertEquals(71, left.code());
        assertTrue(left.err().contains("can't stand here"), left.err());
    }

    private void annaHasASeal() {
        Shell.Left left = shell.run(
                "key",
                "generate",
                "--address",
                "anna@example.org",
                "--profile",
                at("profile"),
                "--passphrase-file",
                at("passphrase"));
        assertEquals(0, left.code(), left.err());
    }

    private byte[] bare(String... words) {
        List<String> all = new ArrayList<>(List.of("sop"));
        all.addAll(List.of(words));
        return shell.run(all).bytes();
    }

    private Shell.Left sop(byte[] input, String... words) {
        Shell.Left left = run(input, words);
        assertEquals(0, left.code(), left.err());
        return left;
    }

    private Shell.Left run(byte[] input, String... words) {
        List<String> all = new ArrayList<>(List.of("sop", words[0]));
        all.addAll(List.of("--keyring", at("profile"), "--passphrase-file", at("passphrase")));
        all.addAll(List.of(words).subList(1, words.length));
        return shell.reading(input).run(all);
    }

    private String at(String name) {
        return dir.resolve(name).toString();
    }
}
