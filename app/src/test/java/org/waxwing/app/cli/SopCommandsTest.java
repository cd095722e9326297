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
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `waxwing sop` with itself, and with another implementation where it is installed.
class SopCommandsTest {
    private static final byte[] LETTER = "one\r\ntwo\n\0three".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path dir = Path.of(".");

    private final Shell shell = new Shell(World.withoutAProfile());

    @Test
    void signsAndVerifies() throws IOException {
        key("anna");
        byte[] signature = sop(LETTER, "sign", "--micalg-out", at("micalg"), at("anna.key"));
        Files.write(dir.resolve("sig"), signature);
        assertEquals("pgp-sha512", Files.readString(dir.resolve("micalg")).strip());
        String line = new String(sop(LETTER, "verify", at("sig"), at("anna.cert")), StandardCharsets.UTF_8);
        assertTrue(line.matches("\\S+Z [0-9A-F]{40} [0-9A-F]{40} mode:binary\n"), line);
        assertEquals(
                3,
                run("other".getBytes(StandardCharsets.UTF_8), "verify", at("sig"), at("anna.cert"))
                        .code());
    }

    @Test
    void encryptsAndDecryptsByteForByte() throws IOException {
        key("anna");
        key("ben");
        byte[] sealed = sop(LETTER, "encrypt", "--sign-with", at("anna.key"), at("ben.cert"));
        assertArrayEquals(
                LETTER,
                sop(
                        sealed,
                        "decrypt",
                        "--verify-with",
                        at("anna.cert"),
                        "--verifications-out",
                        at("v"),
                        at("ben.key")));
        assertTrue(Files.readString(dir.resolve("v")).contains("mode:binary"));
        assertEquals(29, run(sealed, "decrypt", at("anna.key")).code());
        assertEquals("", run(sealed, "decrypt", at("anna.key")).out());
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        key("anna");
        Files.writeString(dir.resolve("micalg"), "precious");
        assertEquals(
                59,
                run(LETTER, "sign", "--micalg-out", at("micalg"), at("anna.key"))
                        .code());
        assertEquals("precious", Files.readString(dir.resolve("micalg")));
    }

    @Test
    void passwordsComeFromTheEnvironment() {
        byte[] sealed = sop(LETTER, "encrypt", "--no-armor", "--with-password", "@ENV:PASSWORD");
        assertArrayEquals(LETTER, sop(sealed, "decrypt", "--with-password", "@ENV:PASSWORD"));
    }

    @Test
    void aLockedKeyNeedsItsPasswordAndForgivesALineEnd() throws IOException {
        Files.writeString(dir.resolve("password"), "correct horse\n");
        Files.write(
                dir.resolve("locked.key"),
                sop(new byte[0], "generate-key", "--with-key-password", at("password"), "Anna <anna@chem.example>"));
        assertEquals(67, run(LETTER, "sign", at("locked.key")).code());
        assertTrue(sop(LETTER, "sign", "--with-key-password", "@ENV:PASSWORD", at("locked.key")).length > 0);
    }

    @Test
    void armourComesOffAndOn() throws IOException {
        key("anna");
        byte[] armoured = Files.readAllBytes(dir.resolve("anna.cert"));
        assertArrayEquals(armoured, sop(sop(armoured, "dearmor"), "armor"));
    }

    @Test
    void anotherImplementationReadsWhatWeMakeAndWeReadWhatItMakes() throws Exception {
        Assumptions.assumeTrue(peer(new byte[0], "version").isPresent(), "skipped: sqop is not installed");
        key("anna");
        Files.write(
                dir.resolve("ben.key"),
                peer(new byte[0], "generate-key", "Ben <ben@example.org>").orElseThrow());
        Files.write(
                dir.resolve("ben.cert"),
                peer(Files.readAllBytes(dir.resolve("ben.key")), "extract-cert").orElseThrow());
        byte[] ours = sop(LETTER, "encrypt", "--sign-with", at("anna.key"), at("ben.cert"));
        assertArrayEquals(
                LETTER,
                peer(ours, "decrypt", "--verify-with", at("anna.cert"), "--verifications-out", at("v1"), at("ben.key"))
                        .orElseThrow());
        byte[] theirs = peer(LETTER, "encrypt", "--sign-with", at("ben.key"), at("anna.cert"))
                .orElseThrow();
        assertArrayEquals(
                LETTER,
                sop(
                        theirs,
                        "decrypt",
                        "--verify-with",
                        at("ben.cert"),
                        "--verifications-out",
                        at("v2"),
                        at("anna.key")));
        assertTrue(Files.readString(dir.resolve("v2")).contains("mode:binary"));
    }

    private void key(String name) throws IOException {
        byte[] key = sop(new byte[0], "generate-key", name + " <" + name + "@example.org>");
        Files.write(dir.resolve(name + ".key"), key);
        Files.write(dir.resolve(name + ".cert"), sop(key, "extract-cert"));
    }

    private byte[] sop(byte[] input, String... words) {
        Shell.Left left = run(input, words);
        assertEquals(0, left.code(), left.err());
        return left.bytes();
    }

    private Shell.Left run(byte[] input, String... words) {
        List<String> all = new ArrayList<>(List.of("sop"));
        all.addAll(List.of(words));
        return shell.reading(input).run(all);
    }

    private String at(String name) {
        return dir.resolve(name).toString();
    }

    private static Optional<byte[]> peer(byte[] input, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("sqop"));
        all.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(all)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().write(input);
            process.getOutputStream().close();
            byte[] out = process.getInputStream().readAllBytes();
            return process.waitFor() == 0 ? Optional.of(out) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }
}
