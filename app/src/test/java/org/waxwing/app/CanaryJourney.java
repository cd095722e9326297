package org.waxwing.app;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.TlsMode;
import org.waxwing.app.compose.Answered;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.mailbox.Letters.Folder;
import org.waxwing.app.mailbox.Letters.Summary;
import org.waxwing.app.practice.PracticeMailbox;
import org.waxwing.app.practice.PracticePostOffice;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.OutboxId;
import org.waxwing.app.trust.Card;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// A process that goes the road of a letter with every log wide open, and says of everything it gets what a
/// careless log line would say. It stops without closing its profile.
final class CanaryJourney {
    static final String PASSPHRASE = "CanaryPassphrase-wren";
    static final String WRONG_PASSPHRASE = "CanaryWrongPassphrase-owl";
    static final String WRONG_PASSWORD = "CanaryWrongPassword-kite";
    static final String SUBJECT = "CanarySubject-plover";
    static final String TEXT = "CanaryText-kingfisher";
    static final String FILE_NAME = "CanaryFileName-dipper.txt";
    static final String FILE_TEXT = "CanaryFileText-redstart";
    static final String NAME = "CanaryName-siskin";
    static final String LOCAL_PART = "canary-local-part-heron";
    static final String STRANGER = "canary-stranger-bittern";

    private static final Mailbox BEN = new Mailbox(NAME, AddrSpec.of(LOCAL_PART + "@example.org"));
    private static final Mailbox NOBODY = new Mailbox("", AddrSpec.of(STRANGER + "@example.org"));

    private final Profile profile;
    private final PracticeMailbox box;

    private CanaryJourney(Profile profile, PracticeMailbox box) {
        this.profile = profile;
        this.box = box;
    }

    /// Arguments: the profile's folder, and a file for what the journey makes up itself: the mailbox's
    /// password and the fingerprint.
    public static void main(String[] arguments) throws IOException {
        List<Logger> quiet = Main.quietLibraries();
        openEveryLog();
        try (PracticePostOffice office = PracticePostOffice.open(new SecureRandom(), InstantSource.system())) {
            PracticeMailbox box = office.mailboxFor(BEN);
            new CanaryJourney(new Profile(Path.of(arguments[0])), box).go(Path.of(arguments[1]));
            System.getLogger("journey").log(System.Logger.Level.TRACE, "THE END");
            Runtime.getRuntime().halt(0);
        } finally {
            Reference.reachabilityFence(quiet);
        }
    }

    private static void openEveryLog() {
        Logger root = Logger.getLogger("");
        root.setLevel(Level.ALL);
        Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
        Handler everything = new ConsoleHandler();
        everything.setLevel(Level.ALL);
        root.addHandler(everything);
    }

    private void go(Path madeUp) throws IOException {
        try (Waxwing fresh = ready(passphrase -> profile.create(passphrase, PassphrasePrompt.nobody()), PASSPHRASE)) {
            Card card = fresh.seals().make(BEN);
            say(card);
            Files.writeString(madeUp, secretOf(box) + "\n" + card.fingerprint().hex() + "\n");
        }
        try (Passphrase wrong = Passphrase.taking(WRONG_PASSPHRASE.toCharArray())) {
            say(profile.open(wrong, PassphrasePrompt.nobody()));
        }
        Waxwing waxwing = ready(passphrase -> profile.open(passphrase, PassphrasePrompt.nobody()), PASSPHRASE);
        signInWithTheWrongPassword(waxwing);
        Account account = account(waxwing, secretOf(box));
        say(waxwing.accounts().test(account.id()));
        say(waxwing.send().send(letter(account, BEN), Protection.SIGNED_AND_ENCRYPTED));
        say(waxwing.send().send(letter(account, NOBODY), Protection.SIGNED));
        submit(waxwing);
        say(waxwing.fetch().fetchAll());
        read(waxwing);
        waxwing.drafts().keep(waxwing.drafts().fresh(), letter(account, BEN));
        say(waxwing.drafts().all());
        provoke(waxwing);
    }

    private void signInWithTheWrongPassword(Waxwing waxwing) {
        Account account = account(waxwing, WRONG_PASSWORD);
        say(waxwing.accounts().test(account.id()));
        say(waxwing.send().send(letter(account, BEN), Protection.SIGNED_AND_ENCRYPTED));
        submit(waxwing);
        say(waxwing.fetch().fetchAll());
    }

    private static void submit(Waxwing waxwing) {
        for (Outbox.Entry entry : waxwing.outbox().submitWaiting()) {
            say(entry);
            say(entry.state());
        }
    }

    private static void read(Waxwing waxwing) {
        for (Folder folder : waxwing.letters().folders()) {
            for (Summary summary : waxwing.letters().page(folder.id(), Optional.empty(), 10)) {
                say(summary);
                say(waxwing.read().read(summary.id()).orElseThrow());
            }
        }
        say(waxwing.read().readFile(Octets.ofUtf8("From: " + LOCAL_PART + "\r\nSubject: " + SUBJECT + "\r\n\r\n")));
    }

    /// Mistakes that end in an exception, whose message and causes must be as discreet.
    private static void provoke(Waxwing waxwing) {
        List<Supplier<Object>> mistakes = List.of(
                () -> waxwing.outbox().submit(new OutboxId(4_711)),
                () -> AddrSpec.of(STRANGER),
                () -> waxwing.seals().backUpWithRecoveryDigits(Path.of(FILE_NAME, FILE_NAME)));
        for (Supplier<Object> mistake : mistakes) {
            try {
                say(mistake.get());
            } catch (IllegalArgumentException | StorageException failed) {
                Logger.getLogger("journey").log(Level.FINEST, "expected", failed);
            }
        }
    }

    private Account account(Waxwing waxwing, String secret) {
        TlsMode mode = TlsMode.STARTTLS_REQUIRED;
        try (Passphrase password = Passphrase.taking(secret.toCharArray())) {
            Account account = waxwing.accounts()
                    .add(BEN, box.submission(mode), password, Optional.of(box.incoming(mode)), Optional.empty());
            say(account);
            return account;
        }
    }

    private static String secretOf(PracticeMailbox box) {
        try (Passphrase password = box.password()) {
            return password.lend(String::new);
        }
    }

    private interface Door {
        ProfileOpening with(Passphrase passphrase);
    }

    private static Waxwing ready(Door door, String words) {
        try (Passphrase passphrase = Passphrase.taking(words.toCharArray())) {
            ProfileOpening opening = door.with(passphrase);
            say(opening);
            if (opening instanceof ProfileOpening.Open(Waxwing waxwing)) {
                return waxwing;
            }
            throw new IllegalStateException("the profile did not open");
        }
    }

    private static Draft letter(Account account, Mailbox to) {
        return new Draft(
                account.id(),
                List.of(to),
                List.of(),
                List.of(),
                SUBJECT,
                TEXT,
                List.of(new AttachedFile(FILE_NAME, "text/plain", Octets.ofUtf8(FILE_TEXT))),
                Answered.nothing());
    }

    private static void say(Object got) {
        System.getLogger("journey").log(System.Logger.Level.DEBUG, got.toString());
    }
}
