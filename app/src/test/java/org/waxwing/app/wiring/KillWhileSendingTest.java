package org.waxwing.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.Profile;
import org.waxwing.app.ProfileOpening;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.TlsMode;
import org.waxwing.app.practice.PracticeMailbox;
import org.waxwing.app.practice.PracticePostOffice;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.app.send.Outbox.Entry;
import org.waxwing.app.send.Outbox.State;
import org.waxwing.app.send.OutboxId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;

/// A process that sends is killed at random moments, again and again: every letter that was queued arrives
/// once. `-Dwaxwing.kill.rounds=100` kills it a hundred times.
class KillWhileSendingTest {
    private static final int ROUNDS = Integer.getInteger("waxwing.kill.rounds", 15);
    private static final String PASSPHRASE = "only for tests";
    private static final Mailbox BEN = new Mailbox("Ben", AddrSpec.of("ben@example.org"));

    @TempDir
    private Path folder;

    @Test
    void everyLetterArrivesOnceHoweverOftenTheSenderIsKilled() throws Exception {
        RandomGenerator when = RandomGenerator.getDefault();
        Set<Long> promised = new HashSet<>();
        try (PracticePostOffice office = PracticePostOffice.open(new SecureRandom(), InstantSource.system())) {
            prepare(office);
            for (int round = 0; round < ROUNDS; round++) {
                promised.addAll(killedAfter(when.nextInt(1_500)));
            }
            assertWhole("mail.db");
            assertWhole("keyring.db");
            Set<Long> known = settle();
            assertTrue(known.containsAll(promised), "a queued letter was lost");
            List<String> arrived = office.relayed().stream()
                    .map(letter -> letter.messageId().orElseThrow())
                    .toList();
            assertEquals(Set.copyOf(arrived).size(), arrived.size(), "a letter arrived twice");
            assertEquals(known.size(), arrived.size());
            assertFalse(promised.isEmpty(), "no round lived long enough to queue a letter");
        }
    }

    private void prepare(PracticePostOffice office) {
        PracticeMailbox box = office.mailboxFor(BEN);
        try (Waxwing waxwing = opened(true);
                Passphrase password = box.password()) {
            var _ = waxwing.seals().make(BEN);
            var _ = waxwing.accounts()
                    .add(
                            BEN,
                            box.submission(TlsMode.STARTTLS_REQUIRED),
                            password,
                            Optional.<Account.Login>of(box.incoming(TlsMode.STARTTLS_REQUIRED)),
                            Optional.empty());
        }
    }

    /// Every letter goes to Ben himself, so his own INBOX proves what the relay took: what is still
    /// unconfirmed after it was looked for there did not arrive.
    private Set<Long> settle() {
        try (Waxwing waxwing = opened(false)) {
            var _ = waxwing.outbox().submitWaiting();
            for (Entry entry : waxwing.outbox().entries()) {
                if (entry.state() instanceof State.Unconfirmed) {
                    var _ = waxwing.outbox().submit(entry.id());
                }
            }
            List<Entry> entries = waxwing.outbox().entries();
            entries.forEach(entry -> assertInstanceOf(State.HandedOver.class, entry.state()));
            return entries.stream().map(Entry::id).map(OutboxId::value).collect(Collectors.toSet());
        }
    }

    private Waxwing opened(boolean fresh) {
        try (Passphrase passphrase = Passphrase.taking(PASSPHRASE.toCharArray())) {
            Profile profile = new Profile(folder);
            ProfileOpening opening = fresh
                    ? profile.create(passphrase, PassphrasePrompt.nobody())
                    : profile.open(passphrase, PassphrasePrompt.nobody());
            return assertInstanceOf(ProfileOpening.Open.class, opening).waxwing();
        }
    }

    /// @return what the process said it had queued
    private Set<Long> killedAfter(int millis) throws IOException, InterruptedException {
        Path said = folder.resolveSibling(folder.getFileName() + ".said");
        String path = Stream.of("jdk.module.path", "java.class.path")
                .map(name -> System.getProperty(name, ""))
                .collect(Collectors.joining(File.pathSeparator));
        String own = Path.of("target", "classes") + File.pathSeparator + Path.of("target", "test-classes");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        own + File.pathSeparator + path,
                        SendingChild.class.getName(),
                        folder.toString(),
                        PASSPHRASE)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(said.toFile())
                .start();
        while (!Files.readString(said).startsWith("READY")) {
            assertFalse(child.waitFor(20, TimeUnit.MILLISECONDS), "the sending process ended by itself");
        }
        assertFalse(child.waitFor(millis, TimeUnit.MILLISECONDS), "the sending process ended by itself");
        int _ = child.destroyForcibly().waitFor();
        return Files.readAllLines(said).stream()
                .filter(line -> line.matches("QUEUED \\d+"))
                .map(line -> Long.valueOf(line.substring("QUEUED ".length())))
                .collect(Collectors.toSet());
    }

    private void assertWhole(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(database));
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA integrity_check")) {
            assertTrue(answer.next());
            assertEquals("ok", answer.getString(1));
        }
    }
}
