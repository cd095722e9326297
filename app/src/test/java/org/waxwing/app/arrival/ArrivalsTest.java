package org.waxwing.app.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.attack.Attack;
import org.waxwing.app.mailbox.Letters.Folder;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.mailbox.Letters.Summary;
import org.waxwing.app.store.Database;
import org.waxwing.app.store.SqliteLetters;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.TimeLimit;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.Keyrings;
import org.waxwing.keystore.transfer.ImportReport.Line;
import org.waxwing.keystore.transfer.KeyImport;
import org.waxwing.keystore.vault.Vault;

/// A letter is on the disk before anything in it is opened.
class ArrivalsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final AccountId ANNAS = new AccountId(1);
    private static final Octets LETTER = Octets.ofUtf8("""
            From: Ben <ben@example.org>
            Subject: Hello
            Date: Sun, 22 Nov 2026 12:00:00 +0000
            Message-ID: <one@example.org>

            The numbers.
            """.replace("\n", "\r\n"));

    @TempDir
    Path folder;

    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
    private Vault vault;
    private Keyring keyring;
    private Database database;
    private SqliteLetters letters;

    @BeforeEach
    void open() {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray())) {
            vault = Vault.create(folder.resolve("vault"), passphrase);
        }
        keyring = Keyrings.open(folder.resolve("keyring.db"), vault, openPgp);
        database = Database.open(folder.resolve("mail.db"));
        letters = new SqliteLetters(database, folder.resolve("letters.pack"), vault.box("letters"));
    }

    @AfterEach
    void close() {
        letters.close();
        database.close();
        keyring.close();
        vault.close();
    }

    @Test
    void aLetterIsListedByWhatIsInIt() {
        LetterId id = take(System::nanoTime, 1).orElseThrow();
        Summary listed = only();
        assertEquals(id, listed.id());
        assertEquals("The numbers.", listed.preview());
        assertEquals(Optional.of(Status.UNPROTECTED), listed.status());
        assertEquals(Instant.parse("2026-11-22T12:00:00Z"), listed.date());
    }

    /// Its words are shown with a warning, which the list has no room for; that it can't be opened isn't true.
    @Test
    void aLetterWhoseCipherProvesNothingIsListedAsWhatItIs() throws IOException {
        try (Passphrase passphrase = Passphrase.taking("seagull".toCharArray())) {
            Path file = Files.write(folder.resolve("carla.p12"), smime("carla.p12"));
            assertEquals(
                    1,
                    new KeyImport(keyring, openPgp)
                            .run(List.of(file), List.of(passphrase), NOW).lines().stream()
                                    .filter(line -> line instanceof Line.Kept kept && kept.secret())
                                    .count());
        }
        var _ = take(System::nanoTime, 1, Octets.of(smime("rc2-40-unsigned.eml")))
                .orElseThrow();
        assertEquals(Optional.of(Status.UNPROTECTED), only().status());
        assertEquals("", only().preview());
    }

    private static byte[] smime(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ArrivalsTest.class.getResourceAsStream("/smime/" + name))) {
            return in.readAllBytes();
        }
    }

    @Test
    @Attack(59)
    @Attack(33)
    void theListTakesTheBeginningOfASubjectAndNothingThatTurnsTheText() {
        Octets letter = Octets.ofUtf8("Subject: " + "Urgent! ".repeat(100_000) + "\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n\u202Eetov\u202C for me\r\n");
        assertTrue(arrivals(System::nanoTime)
                .take(new ServerPlace(ANNAS, Folder.Kind.INBOX, 3, 1), letter, false)
                .isPresent());
        assertEquals("Urgent! ".repeat(125), only().subject());
        assertEquals("etov for me", only().preview());
    }

    @Test
    @Attack(59)
    void aLetterThatCannotBeOpenedIsHereAllTheSame() {
        LetterId id = take(
                        () -> {
                            throw new IllegalStateException("opening failed by itself");
                        },
                        1)
                .orElseThrow();
        assertEquals(Optional.of(LETTER), letters.raw(id));
        assertListedByItsOutside();
    }

    @Test
    @Attack(59)
    void aLetterThatEndsTheProcessIsHereAndIsNotAskedForAgain() {
        assertThrows(
                InternalError.class,
                () -> take(
                        () -> {
                            assertEquals("Hello", only().subject(), "stored before it is opened");
                            throw new InternalError("the end of the process");
                        },
                        7));
        assertListedByItsOutside();
        assertEquals(7, letters.newestUid(ANNAS, Folder.Kind.INBOX, 3));
        assertEquals(Optional.empty(), take(System::nanoTime, 7), "it is known");
    }

    @Test
    void aKnownLetterIsNotOpenedAgain() {
        assertTrue(take(System::nanoTime, 1).isPresent());
        assertEquals(
                Optional.empty(),
                take(
                        () -> {
                            throw new InternalError("opened again");
                        },
                        2));
    }

    private void assertListedByItsOutside() {
        Summary listed = only();
        assertEquals("Hello", listed.subject());
        assertEquals("", listed.preview());
        assertEquals(Optional.empty(), listed.status());
        assertEquals(Instant.parse("2026-11-22T12:00:00Z"), listed.date());
    }

    /// @param nanos what opening asks for the time
    private Optional<LetterId> take(LongSupplier nanos, long uid) {
        return take(nanos, uid, LETTER);
    }

    private Optional<LetterId> take(LongSupplier nanos, long uid, Octets letter) {
        return arrivals(nanos).take(new ServerPlace(ANNAS, Folder.Kind.INBOX, 3, uid), letter, false);
    }

    private Arrivals arrivals(LongSupplier nanos) {
        Opener opener = Opener.with(openPgp, Smime.with(new SecureRandom())).within(TimeLimit.usual(nanos));
        return new Arrivals(new Listing(opener, keyring), letters, InstantSource.fixed(NOW));
    }

    private Summary only() {
        Folder inbox = letters.folders().stream()
                .filter(each -> each.kind() == Folder.Kind.INBOX)
                .findFirst()
                .orElseThrow();
        List<Summary> page = letters.page(inbox.id(), Optional.empty(), 5);
        assertEquals(1, page.size());
        return page.getFirst();
    }
}
