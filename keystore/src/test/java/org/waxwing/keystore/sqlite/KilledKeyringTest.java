package org.waxwing.keystore.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.vault.Vault;

/// Real processes on one profile: killed in the middle, and two at once.
final class KilledKeyringTest {
    private static final int KILLS = 10;

    @TempDir
    Path profile;

    @BeforeEach
    void create() {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray())) {
            Vault.create(profile.resolve("vault"), passphrase).close();
        }
    }

    private Process start(int first, int batches) throws IOException {
        String path = String.join(
                File.pathSeparator,
                Path.of(System.getProperty("basedir"), "target", "test-classes").toString(),
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        path,
                        KeepingProcess.class.getName(),
                        profile.toString(),
                        Integer.toString(first),
                        Integer.toString(batches))
                .redirectError(profile.resolve("errors" + first + ".txt").toFile())
                .start();
    }

    @Test
    void whatWasKeptIsThereAfterEveryKillAndNothingIsHalf() throws IOException, InterruptedException {
        int acknowledged = 0;
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(next, 100_000);
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (int line = 0; line <= kill % 3; line++) {
                    assertEquals("kept", out.readLine());
                    acknowledged++;
                }
                assertTrue(process.destroyForcibly().waitFor(30, TimeUnit.SECONDS));
            }
            next = checked(acknowledged);
        }
    }

    /// The number of whole batches.
    private int checked(int acknowledged) {
        try (Vault vault = KeepingProcess.vault(profile);
                SqliteKeyring keyring = KeepingProcess.keyring(profile, vault)) {
            int entries = keyring.entries().size();
            assertEquals(0, entries % KeepingProcess.BATCH, "a batch is whole or not there");
            assertTrue(entries >= acknowledged * KeepingProcess.BATCH, entries + " of " + acknowledged + " batches");
            assertEquals(0, keyring.unreadableEntries());
            assertEquals(entries, keyring.userIds().size());
            assertTrue(keyring.journalIntact());
            return entries / KeepingProcess.BATCH;
        }
    }

    @Test
    void twoProcessesWriteOneProfile() throws IOException, InterruptedException {
        Process one = start(0, 15);
        Process other = start(100, 15);
        assertTrue(one.waitFor(60, TimeUnit.SECONDS));
        assertTrue(other.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, one.exitValue());
        assertEquals(0, other.exitValue());
        assertEquals(30, checked(30));
    }
}
