package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.cli.profile.ProfileDoor;

/// Where something of the keyring can't be read any more, its lists say so and show the rest.
class KeyringNoticeTest {
    @TempDir
    Path dir = Path.of(".");

    private final Shell shell = new Shell(ProfileDoor::of);

    private Shell.Left run(String... words) {
        return runFor("anna", words);
    }

    private Shell.Left runFor(String person, String... words) {
        return shell.runFor(dir.resolve(person), "", words);
    }

    private void change(String sql) throws SQLException {
        Path keyring = dir.resolve("anna").resolve("keyring.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + keyring);
                Statement statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate(sql) > 0);
        }
    }

    @Test
    void whatIsDamagedIsSaidAndHidesNothingElse() throws IOException, SQLException {
        Files.writeString(dir.resolve("passphrase"), "correct horse\n");
        for (String address : new String[] {"anna@chem.example", "anna@elsewhere.example"}) {
            Shell.Left asked = run("cert", "request", "--address", address, "--kind", "p256");
            assertEquals(0, asked.code(), asked.err());
        }
        Shell.Left made = runFor("ben", "key", "generate", "--address", "ben@chem.example");
        assertEquals(0, made.code(), made.err());
        Path card = Files.write(
                dir.resolve("ben.asc"),
                runFor("ben", "key", "export", "ben@chem.example").bytes());
        assertEquals(0, run("import", card.toString()).code());
        assertFalse(run("cert", "list").err().contains("keyring"));
        assertFalse(run("keys").err().contains("keyring"));

        change("UPDATE smime_waiting SET sealed = zeroblob(100) WHERE id = 1");
        Shell.Left list = run("cert", "list");
        assertEquals(0, list.code(), list.err());
        assertTrue(list.text().contains("anna@elsewhere.example"), list.text());
        assertFalse(list.text().contains("anna@chem.example"), list.text());
        assertTrue(list.err().contains("left out here: 1 entry of the keyring."), list.err());
        assertTrue(list.err().contains("Hint: Put back a copy of the profile folder"), list.err());

        change("DELETE FROM trust_event");
        Shell.Left keys = run("keys");
        assertEquals(0, keys.code(), keys.err());
        assertTrue(keys.err().contains("The record of whom you accepted or refused was changed"), keys.err());
    }
}
