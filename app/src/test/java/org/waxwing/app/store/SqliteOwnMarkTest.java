package org.waxwing.app.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.account.OwnMark;
import org.waxwing.app.account.OwnMark.Colour;
import org.waxwing.app.attack.Attack;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.vault.Vault;

/// The mark that no writer of a letter may know.
class SqliteOwnMarkTest {
    @TempDir
    Path folder;

    @Test
    @Attack(21)
    void oneIsMadeByChanceAndStays() {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray());
                Vault vault = Vault.create(folder.resolve("vault"), passphrase)) {
            OwnMark first;
            try (Database database = Database.open(folder.resolve("mail.db"))) {
                first = new SqliteOwnMark(database, vault.box("settings"), new SecureRandom()).mark();
            }
            try (Database database = Database.open(folder.resolve("mail.db"))) {
                SqliteOwnMark marks = new SqliteOwnMark(database, vault.box("settings"), new SecureRandom());
                assertEquals(first, marks.mark());
                OwnMark chosen = new OwnMark("my heron", Colour.PLUM);
                marks.choose(chosen);
                assertEquals(chosen, marks.mark());
            }
        }
    }

    @Test
    @Attack(21)
    void itIsNotInClearOnTheDisk() throws IOException {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray());
                Vault vault = Vault.create(folder.resolve("vault"), passphrase);
                Database database = Database.open(folder.resolve("mail.db"))) {
            new SqliteOwnMark(database, vault.box("settings"), new SecureRandom())
                    .choose(new OwnMark("unmistakable word", Colour.BLUE));
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains("unmistakable word"), file.toString());
            }
        }
    }

    @Test
    void chanceGivesMany() {
        Set<OwnMark> seen = new HashSet<>();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 200; i++) {
            seen.add(OwnMark.any(random));
        }
        assertTrue(seen.size() > 100, "only " + seen.size());
    }

    @Test
    void aWordIsShortAndOfPlainCharacters() {
        assertEquals(Optional.of(new OwnMark("grey heron", Colour.SLATE)), OwnMark.of("  grey heron ", Colour.SLATE));
        for (String none : List.of("", "  ", "x".repeat(21), "a\u202Eb", "a\nb", "Sealed.", "\u2714")) {
            assertEquals(Optional.empty(), OwnMark.of(none, Colour.SLATE), none);
            assertThrows(IllegalArgumentException.class, () -> new OwnMark(none, Colour.SLATE));
        }
    }
}
