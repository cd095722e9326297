package org.waxwing.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.ProfileOpening;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.account.OwnMark;
import org.waxwing.app.account.OwnMarks;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.account.TlsMode;
import org.waxwing.app.cli.profile.ProfileDoor;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.app.send.Outbox;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;

/// A profile of Anna's, made of fakes: everything that a command could ask of the application, and what it
/// asked.
final class World implements ProfileDoor {
    static final String PASSPHRASE = "open sesame";
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final AddrSpec ANNA = AddrSpec.of("anna@chem.example");

    final List<Account> accounts = new ArrayList<>();
    final List<Outbox.Entry> entries = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    boolean exists = true;
    FakeReading reading = new FakeReading();
    Outbox.State nextState = new Outbox.State.HandedOver(NOW, "250 queued as 4F2A");

    static World withAnAccount() {
        World world = new World();
        world.accounts.add(new Account(
                new AccountId(1),
                new Mailbox("Anna Weber", ANNA),
                new Account.Login(ServerAddress.of("smtp.chem.example", 587, TlsMode.STARTTLS_REQUIRED), "anna"),
                Optional.of(new Account.Login(ServerAddress.of("imap.chem.example", 993, TlsMode.IMPLICIT), "anna"))));
        return world;
    }

    static World withoutAProfile() {
        World world = new World();
        world.exists = false;
        return world;
    }

    ProfileDoor door(Optional<Path> folder) {
        folder.ifPresent(named -> done.add("profile " + named.getFileName()));
        return this;
    }

    @Override
    public boolean exists() {
        return exists;
    }

    @Override
    public ProfileOpening open(Passphrase passphrase, PassphrasePrompt prompt) {
        boolean right = passphrase.lend(typed -> Arrays.equals(typed, PASSPHRASE.toCharArray()));
        return right ? new ProfileOpening.Open(waxwing()) : new ProfileOpening.WrongPassphrase();
    }

    @Override
    public ProfileOpening create(Passphrase passphrase, PassphrasePrompt prompt) {
        exists = true;
        done.add("profile made");
        return new ProfileOpening.Open(waxwing());
    }

    private Waxwing waxwing() {
        return new Waxwing(
                new FakeAccounts(this),
                new FakeSeals(this),
                new FakePeople(),
                new FakeDrafts(),
                new FakeSending(this),
                new FakeSealFile(),
                new FakeOutbox(this),
                new FakeFetch(),
                new FakeLetters(),
                reading,
                new FakeInquiries(),
                new FakeTokens(),
                _ -> {
                    throw new IllegalStateException("the terminal shows no pictures");
                },
                new FakeVouching(this),
                new OwnMarks() {
                    @Override
                    public OwnMark mark() {
                        throw new IllegalStateException("the terminal shows no mark");
                    }

                    @Override
                    public void choose(OwnMark mark) {
                        throw new IllegalStateException("the terminal shows no mark");
                    }
                },
                new FakeCertificates(this),
                () -> done.add("closed"));
    }
}
