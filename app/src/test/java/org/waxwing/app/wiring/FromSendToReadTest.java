package org.waxwing.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.Profile;
import org.waxwing.app.ProfileOpening;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.TlsMode;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.mailbox.Letters.Folder;
import org.waxwing.app.mailbox.Letters.Summary;
import org.waxwing.app.practice.PracticeMailbox;
import org.waxwing.app.practice.PracticePostOffice;
import org.waxwing.app.read.FetchMail.Fetched;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.app.send.Outbox.Entry;
import org.waxwing.app.send.Outbox.State;
import org.waxwing.app.send.Sending;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;

/// The whole road in one process: a profile, the practice post office, a letter to oneself and back.
class FromSendToReadTest {
    private static final String SUBJECT = "CANARY-SUBJECT-quinces";
    private static final String TEXT = "CANARY-TEXT-the quinces are ripe";
    private static final Mailbox BEN = new Mailbox("Ben Marchbanks", AddrSpec.of("ben@example.org"));

    @TempDir
    private Path folder;

    private final PracticePostOffice office = PracticePostOffice.open(new SecureRandom(), InstantSource.system());

    @Test
    void aSealedLetterGoesOutComesBackAndOpensAsConfidential() throws IOException {
        try (Waxwing waxwing = created()) {
            Account account = account(waxwing, TlsMode.STARTTLS_REQUIRED);
            assertTrue(waxwing.accounts().test(account.id()).good());
            Sending sending = waxwing.send().send(letter(account), Protection.SIGNED_AND_ENCRYPTED);
            assertInstanceOf(Sending.Queued.class, sending);
            List<Entry> tried = waxwing.outbox().submitWaiting();
            assertEquals(1, tried.size());
            assertInstanceOf(State.HandedOver.class, tried.getFirst().state());
            assertEquals(1, office.relayed().size());

            assertEquals(
                    List.of(new Fetched.Done(account.id(), 1, 0)),
                    waxwing.fetch().fetchAll());
            assertEquals(
                    List.of(new Fetched.Done(account.id(), 0, 0)),
                    waxwing.fetch().fetchAll());
            Summary arrived = only(waxwing, Folder.Kind.INBOX);
            assertEquals(SUBJECT, arrived.subject());
            assertEquals(Optional.of(Status.CONFIDENTIAL), arrived.status());
            Opening opening = waxwing.read().read(arrived.id()).orElseThrow().opening();
            Opening.Opened opened = assertInstanceOf(Opening.Opened.class, opening);
            assertTrue(opened.payload().content().text().contains(TEXT));

            Summary copy = only(waxwing, Folder.Kind.SENT);
            assertEquals(Optional.of(Status.CONFIDENTIAL), copy.status());
        }
        office.close();
        // Words so long that sealed bytes hold none of them by chance.
        assertNowhere("CANARY", "quinces", "Marchbanks", "ben@example.org");
    }

    @Test
    void implicitTlsWorksTheSame() {
        try (Waxwing waxwing = created()) {
            Account account = account(waxwing, TlsMode.IMPLICIT);
            assertTrue(waxwing.accounts().test(account.id()).good());
            assertInstanceOf(Sending.Queued.class, waxwing.send().send(letter(account), Protection.SIGNED));
            assertInstanceOf(
                    State.HandedOver.class,
                    waxwing.outbox().submitWaiting().getFirst().state());
            assertInstanceOf(Fetched.Done.class, waxwing.fetch().fetch(account.id()));
            assertEquals(
                    Optional.of(Status.VERIFIED),
                    only(waxwing, Folder.Kind.INBOX).status());
        }
        office.close();
    }

    @Test
    void aProfileOpensAgainWithItsPassphraseOnly() {
        created().close();
        try (Passphrase wrong = Passphrase.taking("wrong".toCharArray())) {
            assertInstanceOf(
                    ProfileOpening.WrongPassphrase.class, new Profile(folder).open(wrong, PassphrasePrompt.nobody()));
        }
        try (Passphrase right = Passphrase.taking("CANARY-pass".toCharArray())) {
            ProfileOpening.Open open = assertInstanceOf(
                    ProfileOpening.Open.class, new Profile(folder).open(right, PassphrasePrompt.nobody()));
            assertEquals(1, open.waxwing().seals().own().size());
            open.waxwing().close();
        }
        office.close();
    }

    private Waxwing created() {
        try (Passphrase passphrase = Passphrase.taking("CANARY-pass".toCharArray())) {
            ProfileOpening.Open open = assertInstanceOf(
                    ProfileOpening.Open.class, new Profile(folder).create(passphrase, PassphrasePrompt.nobody()));
            var _ = open.waxwing().seals().make(BEN);
            return open.waxwing();
        }
    }

    private Account account(Waxwing waxwing, TlsMode mode) {
        PracticeMailbox box = office.mailboxFor(BEN);
        try (Passphrase password = box.password()) {
            return waxwing.accounts()
                    .add(BEN, box.submission(mode), password, Optional.of(box.incoming(mode)), Optional.empty());
        }
    }

    private static Draft letter(Account account) {
        Draft empty = Draft.empty(account.id());
        return Draft.letter(empty.account(), List.of(BEN), SUBJECT, TEXT);
    }

    private static Summary only(Waxwing waxwing, Folder.Kind kind) {
        Folder folder = waxwing.letters().folders().stream()
                .filter(candidate -> candidate.kind() == kind)
                .findFirst()
                .orElseThrow();
        List<Summary> page = waxwing.letters().page(folder.id(), Optional.empty(), 10);
        assertEquals(1, page.size());
        return page.getFirst();
    }

    private void assertNowhere(String... words) throws IOException {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(folder)) {
            files = walked.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String word : words) {
                assertFalse(content.contains(word), file.getFileName() + " holds private text");
            }
        }
    }
}
