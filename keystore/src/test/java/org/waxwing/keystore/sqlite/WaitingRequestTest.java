package org.waxwing.keystore.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.KeyringException;
import org.waxwing.keystore.WaitingRequest;
import org.waxwing.keystore.attack.Attack;
import org.waxwing.keystore.vault.Vault;

/// Keys that wait for their certificate: never lost, and answered at once or not at all.
class WaitingRequestTest {
    private static final int KILLS = 5;

    @TempDir
    Path profile;

    @BeforeEach
    void create() {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray())) {
            Vault.create(profile.resolve("vault"), passphrase).close();
        }
    }

    private interface Work {
        void on(Keyring keyring);
    }

    /// Each with the keyring opened anew.
    private void with(Work work) {
        try (Vault vault = KeepingProcess.vault(profile);
                Keyring keyring = RequestingProcess.keyring(profile, vault)) {
            work.on(keyring);
        }
    }

    private static void ask(Keyring keyring, int number) {
        RequestingProcess.ask(keyring, number);
    }

    private static void answer(Keyring keyring, int number) {
        RequestingProcess.answer(keyring, number);
    }

    @Test
    void waitsAcrossRestartsAlsoTwiceForOneAddress() {
        with(keyring -> {
            ask(keyring, 1);
            ask(keyring, 2);
        });
        with(keyring -> {
            List<WaitingRequest> waiting = keyring.smime().waiting();
            assertEquals(List.of(RequestingProcess.waiting(2), RequestingProcess.waiting(1)), waiting);
            assertEquals(List.of(), keyring.smimeKeys());
        });
    }

    @Test
    @Attack(61)
    void nothingOfARequestLiesInTheClear() throws IOException {
        with(keyring -> ask(keyring, 1));
        String file =
                Octets.of(Files.readAllBytes(profile.resolve("keyring.db"))).latin1();
        for (String secret : List.of("Anna Weber", "waxwing.example", "request 1", "locked 1", "only the vault")) {
            assertFalse(file.contains(secret), secret);
        }
    }

    @Test
    void anAnswerTakesThePlaceOfItsRequest() {
        with(keyring -> {
            ask(keyring, 1);
            ask(keyring, 2);
        });
        with(keyring -> answer(keyring, 1));
        with(keyring -> {
            assertEquals(List.of(RequestingProcess.waiting(2)), keyring.smime().waiting());
            SmimeSecretKey key = keyring.smimeKeys().getFirst();
            assertEquals(RequestingProcess.key(1), key);
            try (Passphrase known = keyring.passphraseFor(key).orElseThrow()) {
                assertEquals("only the vault knows 1", known.<String>lend(String::new));
            }
            assertEquals(Acceptance.VERIFIED, keyring.acceptance(key.fingerprint()));
            assertEquals(
                    List.of(RequestingProcess.authority().encoded()),
                    keyring.trust().intermediates());
            assertTrue(keyring.journalIntact());
        });
    }

    /// As where the disk is full at that moment, or the process is killed.
    @ParameterizedTest
    @ValueSource(
            strings = {"INSERT ON smime_cert", "INSERT ON smime_key", "DELETE ON smime_waiting", "INSERT ON trust_event"
            })
    void whicheverStepFailsTheRequestWaitsOn(String step) {
        with(keyring -> ask(keyring, 1));
        change("CREATE TRIGGER shut BEFORE " + step + " BEGIN SELECT RAISE(ABORT, 'no'); END");
        with(keyring -> {
            assertThrows(KeyringException.class, () -> answer(keyring, 1));
            assertEquals(List.of(RequestingProcess.waiting(1)), keyring.smime().waiting());
            assertEquals(List.of(), keyring.smimeKeys());
            assertEquals(List.of(), keyring.smime().entries());
            assertTrue(keyring.journalIntact());
        });
        change("DROP TRIGGER shut");
        with(keyring -> {
            answer(keyring, 1);
            assertEquals(List.of(), keyring.smime().waiting());
            assertEquals(List.of(RequestingProcess.key(1)), keyring.smimeKeys());
        });
    }

    @Test
    void anAnswerToWhatWaitsNoMoreChangesNothing() {
        with(keyring -> {
            ask(keyring, 1);
            answer(keyring, 1);
            assertThrows(KeyringException.class, () -> answer(keyring, 1));
            assertThrows(KeyringException.class, () -> answer(keyring, 2));
            assertEquals(List.of(RequestingProcess.key(1)), keyring.smimeKeys());
        });
    }

    @Test
    void anotherCertificateForAKeyKeepsItsPassphrase() {
        with(keyring -> {
            ask(keyring, 1);
            answer(keyring, 1);
            SmimeSecretKey newer = new SmimeSecretKey(
                    RequestingProcess.authority(),
                    List.of(),
                    RequestingProcess.key(1).place());
            keyring.smime()
                    .keepAnswered(
                            newer,
                            Optional.empty(),
                            List.of(),
                            RequestingProcess.decision(newer.fingerprint()),
                            KeepingProcess.NOW);
            assertEquals(2, keyring.smimeKeys().size());
            try (Passphrase known = keyring.passphraseFor(newer).orElseThrow()) {
                assertEquals("only the vault knows 1", known.<String>lend(String::new));
            }
        });
    }

    /// The others still wait, and their answers are taken; the damaged one is counted.
    @Test
    void oneDamagedRequestHidesNoOther() {
        with(keyring -> {
            ask(keyring, 1);
            ask(keyring, 2);
            ask(keyring, 3);
            assertEquals(0, keyring.unreadableEntries());
        });
        change("UPDATE smime_waiting SET sealed = x'00' WHERE id = 1");
        change("UPDATE smime_waiting SET sealed_request = zeroblob(200) WHERE id = 3");
        with(keyring -> {
            assertEquals(List.of(RequestingProcess.waiting(2)), keyring.smime().waiting());
            assertEquals(2, keyring.unreadableEntries());
            answer(keyring, 2);
            assertEquals(1, keyring.smimeKeys().size());
        });
    }

    @Test
    void aKeyringOfTheSchemaBeforeGetsAPlaceForThem() {
        with(keyring -> {
            var _ = keyring.smime().keep(RequestingProcess.authority(), KeepingProcess.NOW);
        });
        change("DROP TABLE smime_waiting");
        change("PRAGMA user_version = 6");
        with(keyring -> {
            assertEquals(List.of(), keyring.smime().waiting());
            ask(keyring, 1);
        });
        with(keyring -> {
            assertEquals(1, keyring.smime().waiting().size());
            assertEquals(1, keyring.smime().entries().size());
            assertTrue(keyring.journalIntact());
        });
    }

    @Test
    void afterEveryKillAKeyWaitsOrIsAnsweredAndNeverBoth() throws IOException, InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(1000 * kill);
            String last = "";
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (int line = 0; line <= kill; line++) {
                    last = String.valueOf(out.readLine());
                }
                assertTrue(process.destroyForcibly().waitFor(30, TimeUnit.SECONDS));
            }
            assertTrue(last.startsWith("asked ") || last.startsWith("answered "), last);
            int number = Integer.parseInt(last.substring(last.indexOf(' ') + 1));
            with(keyring -> checked(keyring, number));
        }
    }

    private static Octets locked(SmimeSecretKey key) {
        return ((KeyPlace.Held) key.place()).encoded();
    }

    /// @param told the last number that the process told of
    private static void checked(Keyring keyring, int told) {
        List<Octets> waiting = keyring.smime().waiting().stream()
                .map(request -> request.key().locked())
                .toList();
        List<Octets> answered =
                keyring.smimeKeys().stream().map(WaitingRequestTest::locked).toList();
        Octets key = locked(RequestingProcess.key(told));
        Octets next = locked(RequestingProcess.key(told + 1));
        assertTrue(waiting.contains(key) || answered.contains(key) || answered.contains(next), "key " + told);
        assertTrue(answered.stream().noneMatch(waiting::contains));
        assertTrue(keyring.journalIntact());
    }

    private Process start(int first) throws IOException {
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
                        RequestingProcess.class.getName(),
                        profile.toString(),
                        Integer.toString(first))
                .redirectError(profile.resolve("errors" + first + ".txt").toFile())
                .start();
    }

    private void change(String sql) {
        try (Database database = Database.open(profile.resolve("keyring.db"))) {
            database.commit(transaction -> transaction.execute(sql));
        }
    }
}
