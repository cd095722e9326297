package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.cli.profile.ProfileDoor;

/// Letters that OpenSSL sealed for Carla with ciphers of the past, signed by Anna inside where nothing else
/// is said.
class OldCiphersTest {
    @TempDir
    Path dir = Path.of(".");

    private final Shell shell = new Shell(ProfileDoor::of);

    @BeforeEach
    void carlaKnowsAnna() throws IOException {
        Files.writeString(dir.resolve("passphrase"), "correct horse\n");
        Files.writeString(dir.resolve("file-passphrase"), "seagull\n");
        for (String file : List.of("carla.p12", "anna.pem")) {
            unpack(file);
            Shell.Left left = run("import", at(file), "--import-passphrase-file", at("file-passphrase"));
            assertEquals(0, left.code(), left.err());
        }
    }

    @Test
    void whatAnyoneCanBreakIsNotSealed() throws IOException {
        for (String file : List.of("rc2-40.eml", "rc2-64.eml")) {
            Shell.Left open = opened(file, "--json");
            assertTrue(open.out().contains("\"status\":\"verified\",\"confidentiality\":\"cleartext\""), open.out());
            assertTrue(open.out().contains("\"broken-cipher\""), open.out());
            assertTrue(open.out().contains("\"content\":\"open\""), open.out());
            assertFalse(open.out().contains("encrypted\"}"), open.out());
            String page = opened(file).out();
            assertTrue(page.startsWith("Signed by "), page);
            assertTrue(
                    page.contains("It was encrypted with a cipher that anyone can break, so it counts as not sealed."),
                    page);
            assertTrue(page.contains("See you at six."), page);
        }
    }

    @Test
    void norWhereNobodySignedIt() throws IOException {
        Shell.Left open = opened("rc2-40-unsigned.eml", "--json");
        assertTrue(open.out().contains("\"status\":\"unprotected\",\"confidentiality\":\"cleartext\""), open.out());
        assertTrue(open.out().contains("\"notes\":[\"integrity-unproven\",\"broken-cipher\"]"), open.out());
        assertTrue(open.out().contains("\"content\":\"open\""), open.out());
        String page = opened("rc2-40-unsigned.eml").out();
        assertTrue(page.startsWith("This letter was not sealed."), page);
    }

    @Test
    void whatIsOldIsSealedWithAWarning() throws IOException {
        for (String file : List.of("rc2-128.eml", "des3.eml")) {
            Shell.Left open = opened(file, "--json");
            assertTrue(
                    open.out().contains("\"status\":\"confidential\",\"confidentiality\":\"encrypted\""), open.out());
            assertTrue(open.out().contains("\"weak-cipher\""), open.out());
            String page = opened(file).out();
            assertTrue(page.contains("It was sealed with an old cipher that protects little."), page);
        }
    }

    private Shell.Left opened(String file, String... words) throws IOException {
        unpack(file);
        List<String> all = new ArrayList<>(List.of("open", at(file)));
        all.addAll(List.of(words));
        Shell.Left left = run(all.toArray(String[]::new));
        assertEquals(0, left.code(), left.err());
        return left;
    }

    private Shell.Left run(String... words) {
        return shell.runFor(dir.resolve("carla"), "", words);
    }

    private void unpack(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(OldCiphersTest.class.getResourceAsStream("/smime/" + name))) {
            Files.write(dir.resolve(name), in.readAllBytes());
        }
    }

    private String at(String name) {
        return dir.resolve(name).toString();
    }
}
