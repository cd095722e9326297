package org.waxwing.ui.onboarding;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.waxwing.app.ProfileOpening;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.ConnectionReport;
import org.waxwing.app.account.ConnectionReport.Connection;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.ui.task.Tasks;

/// The first run, page by page. The profile is made first, because everything after it is kept in there.
public final class OnboardingViewModel {
    /// Shorter ones fall to guessing at once.
    static final int SHORTEST_PASSPHRASE = 8;

    private final ProfileDoor door;
    private final Tasks tasks;
    private final ServerForm servers = new ServerForm();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Step> step;
    private final ReadOnlyObjectWrapper<Hitch> hitch = new ReadOnlyObjectWrapper<>(new Hitch.None());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Path>> gnuPgHome = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Waxwing> open = Optional.empty();
    private Optional<Account> account = Optional.empty();

    public OnboardingViewModel(ProfileDoor door, Tasks tasks) {
        this(door, tasks, new Step.Welcome());
    }

    private OnboardingViewModel(ProfileDoor door, Tasks tasks, Step first) {
        this.door = door;
        this.tasks = tasks;
        this.step = new ReadOnlyObjectWrapper<>(first);
    }

    /// A first run that stopped after the profile was made.
    public static OnboardingViewModel goingOn(ProfileDoor door, Waxwing waxwing, Tasks tasks) {
        OnboardingViewModel model = new OnboardingViewModel(door, tasks, new Step.WhoYouAre());
        model.open = Optional.of(waxwing);
        return model;
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Hitch> hitch() {
        return hitch.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Path>> gnuPgHome() {
        return gnuPgHome.getReadOnlyProperty();
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty address() {
        return address;
    }

    public ServerForm servers() {
        return servers;
    }

    public void begin() {
        go(new Step.WhoYouAre());
    }

    /// The page before, where going back loses nothing.
    public void back() {
        switch (step.get()) {
            case Step.WhoYouAre _ -> go(open.isPresent() ? new Step.WhoYouAre() : new Step.Welcome());
            case Step.Lock _, Step.Servers _ -> go(new Step.WhoYouAre());
            case Step.RecoveryDigits _ -> go(new Step.KeepSafe());
            case Step.Brought _ -> go(new Step.Seal());
            case Step.Welcome _, Step.Seal _, Step.KeepSafe _, Step.TestLetter _, Step.Tested _, Step.Done _ -> {}
        }
    }

    /// Goes on from name and address.
    public void named() {
        Optional<AddrSpec> typed = AddrSpec.parse(address.get().strip());
        if (name.get().isBlank()) {
            hitch.set(new Hitch.NameMissing());
        } else if (typed.isEmpty()) {
            hitch.set(new Hitch.NoAddress());
        } else {
            servers.suggest(typed.get().asciiDomain(), typed.get().text());
            go(open.isPresent() ? new Step.Servers() : new Step.Lock());
        }
    }

    /// Makes the profile. What was typed is wiped.
    ///
    /// @param same whether it was typed the same way twice
    public void lock(char[] typed, boolean same) {
        if (!same) {
            Arrays.fill(typed, '\0');
            hitch.set(new Hitch.NotTheSame());
            return;
        }
        if (!longEnough(typed.length)) {
            Arrays.fill(typed, '\0');
            return;
        }
        work(
                () -> {
                    try (Passphrase passphrase = Passphrase.taking(typed)) {
                        return door.create(passphrase);
                    }
                },
                this::made);
    }

    private void made(ProfileOpening opening) {
        switch (opening) {
            case ProfileOpening.Open(Waxwing waxwing) -> {
                open = Optional.of(waxwing);
                go(new Step.Servers());
            }
            case ProfileOpening.AlreadyThere _, ProfileOpening.WrongPassphrase _ -> hitch.set(new Hitch.AlreadyThere());
            case ProfileOpening.Damaged(String why) -> hitch.set(new Hitch.Damaged(why));
            case ProfileOpening.Missing _ -> hitch.set(new Hitch.Damaged(""));
        }
    }

    /// Whether a new passphrase of this length will do; says so where it will not.
    public boolean longEnough(int characters) {
        hitch.set(characters < SHORTEST_PASSPHRASE ? new Hitch.TooShort() : new Hitch.None());
        return characters >= SHORTEST_PASSPHRASE;
    }

    /// Keeps the account and tries its servers. What was typed is wiped.
    public void connect(char[] typed) {
        Optional<Account.Login> outgoing = servers.outgoing();
        Optional<Account.Login> incoming = servers.receives() ? servers.incoming() : Optional.empty();
        if (outgoing.isEmpty() || (servers.receives() && incoming.isEmpty())) {
            Arrays.fill(typed, '\0');
            hitch.set(new Hitch.ServerIncomplete());
            return;
        }
        if (typed.length == 0) {
            hitch.set(new Hitch.PasswordMissing());
            return;
        }
        Waxwing waxwing = open.orElseThrow();
        Mailbox identity = identity();
        Account.Login submission = outgoing.get();
        work(
                () -> {
                    try (Passphrase password = Passphrase.taking(typed)) {
                        Account kept =
                                waxwing.accounts().add(identity, submission, password, incoming, Optional.empty());
                        return new Connected(kept, waxwing.accounts().test(kept.id()));
                    }
                },
                this::connected);
    }

    private record Connected(Account account, ConnectionReport report) {}

    private void connected(Connected connected) {
        account = Optional.of(connected.account());
        List<Connection> tried = connected
                .report()
                .incoming()
                .map(incoming -> List.of(connected.report().submission(), incoming))
                .orElse(List.of(connected.report().submission()));
        for (Connection connection : tried) {
            if (connection instanceof Connection.Bad(var problem)) {
                hitch.set(new Hitch.NotConnected(problem));
                return;
            }
        }
        toSeal();
    }

    /// Goes on although the servers did not answer as they should. The account is kept.
    public void goOnUnconnected() {
        if (account.isPresent()) {
            toSeal();
        }
    }

    private void toSeal() {
        Waxwing waxwing = open.orElseThrow();
        work(waxwing.people()::gnuPgHome, home -> {
            gnuPgHome.set(home);
            go(new Step.Seal());
        });
    }

    public void makeSeal() {
        Waxwing waxwing = open.orElseThrow();
        Mailbox identity = identity();
        work(() -> waxwing.seals().make(identity), _ -> go(new Step.KeepSafe()));
    }

    /// Brings in cards and keys. The passphrase, where one was typed, is tried on each of them and wiped.
    public void bringIn(List<Path> paths, char[] typed) {
        if (paths.isEmpty()) {
            Arrays.fill(typed, '\0');
            return;
        }
        Waxwing waxwing = open.orElseThrow();
        KeysToBring keys = new KeysToBring(paths, identity().address());
        work(() -> keys.into(waxwing, typed), this::go);
    }

    /// Goes on from the list of what came in.
    public void brought() {
        if (step.get() instanceof Step.Brought brought) {
            go(brought.sealed() ? new Step.KeepSafe() : new Step.Seal());
        }
    }

    /// Writes a backup file and shows the digits that open it.
    public void saveWithDigits(Path file) {
        Waxwing waxwing = open.orElseThrow();
        work(() -> waxwing.seals().backUpWithRecoveryDigits(file), made -> go(Step.RecoveryDigits.of(made)));
    }

    /// Writes a backup file locked with a passphrase. What was typed is wiped.
    public void saveBackup(Path file, char[] typed) {
        Waxwing waxwing = open.orElseThrow();
        work(
                () -> {
                    try (Passphrase passphrase = Passphrase.taking(typed)) {
                        return waxwing.seals().backUp(file, passphrase);
                    }
                },
                made -> go(new Step.TestLetter(made.leftOut())));
    }

    /// The digits are written down, or the person takes the risk in so many words.
    public void safeEnough() {
        go(new Step.TestLetter(0));
    }

    /// Sends a sealed letter to the person's own address.
    public void sendTest(String subject, String text) {
        Waxwing waxwing = open.orElseThrow();
        Account from = account.orElseThrow();
        TestLetter letter = new TestLetter(from, subject, text);
        work(
                () -> letter.send(waxwing),
                entries -> entries.ifPresentOrElse(
                        tried -> go(new Step.Tested(tried)), () -> hitch.set(new Hitch.TestNotSent())));
    }

    public void finish() {
        go(new Step.Done(open.orElseThrow()));
    }

    private Mailbox identity() {
        return new Mailbox(name.get().strip(), AddrSpec.of(address.get().strip()));
    }

    private void go(Step next) {
        hitch.set(new Hitch.None());
        step.set(next);
    }

    private <T> void work(Supplier<T> work, Consumer<T> then) {
        busy.set(true);
        hitch.set(new Hitch.None());
        tasks.run(
                work,
                answer -> {
                    busy.set(false);
                    then.accept(answer);
                },
                () -> {
                    busy.set(false);
                    hitch.set(new Hitch.Broken());
                });
    }
}
