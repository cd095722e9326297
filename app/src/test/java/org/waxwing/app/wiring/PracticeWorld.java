package org.waxwing.app.wiring;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waxwing.app.Profile;
import org.waxwing.app.ProfileOpening;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.TlsMode;
import org.waxwing.app.compose.Answered;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.practice.PracticeMailbox;
import org.waxwing.app.practice.PracticePostOffice;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// A practice post office, and people with real profiles in one folder.
final class PracticeWorld implements AutoCloseable {
    static final Mailbox BEN = person("Ben");
    static final Mailbox CARLA = person("Carla");
    static final Mailbox DAVE = person("Dave");

    private static final String PASSPHRASE = "only for tests";
    private static final TlsMode TLS = TlsMode.IMPLICIT;

    private final Path folder;
    private final PracticePostOffice office = PracticePostOffice.open(new SecureRandom(), InstantSource.system());
    private final Map<Mailbox, PracticeMailbox> boxes = new HashMap<>();

    PracticeWorld(Path folder) {
        this.folder = folder;
    }

    PracticePostOffice office() {
        return office;
    }

    /// Puts a message of any make into the mailbox of somebody who is settled.
    void deliver(Mailbox to, Octets message) {
        boxes.computeIfAbsent(to, office::mailboxFor).deliver(message);
    }

    private static Mailbox person(String name) {
        return new Mailbox(name, AddrSpec.of(name.toLowerCase(Locale.ROOT) + "@example.org"));
    }

    /// A new profile with an account, and with a seal.
    Waxwing settled(Mailbox owner) {
        Waxwing waxwing = created(owner.displayName());
        var _ = waxwing.seals().make(owner);
        PracticeMailbox box = boxes.computeIfAbsent(owner, office::mailboxFor);
        try (Passphrase password = box.password()) {
            var _ = waxwing.accounts()
                    .add(owner, box.submission(TLS), password, Optional.of(box.incoming(TLS)), Optional.empty());
        }
        return waxwing;
    }

    /// A new profile with nothing in it.
    Waxwing created(String name) {
        try (Passphrase passphrase = Passphrase.taking(PASSPHRASE.toCharArray())) {
            return open(new Profile(folder.resolve(name)).create(passphrase, PassphrasePrompt.nobody()));
        }
    }

    /// A profile that is there already, however often it is open.
    Waxwing opened(String name) {
        try (Passphrase passphrase = Passphrase.taking(PASSPHRASE.toCharArray())) {
            return open(new Profile(folder.resolve(name)).open(passphrase, PassphrasePrompt.nobody()));
        }
    }

    /// Makes their own cards known to each other.
    void introduce(Waxwing first, Waxwing second) throws IOException {
        giveCard(first, second);
        giveCard(second, first);
    }

    private void giveCard(Waxwing from, Waxwing to) throws IOException {
        Octets card = from.seals()
                .publicCard(from.seals().own().getFirst().fingerprint())
                .orElseThrow();
        Path file = Files.write(Files.createTempFile(folder, "card", ".asc"), card.toByteArray());
        var _ = to.people().bringIn(List.of(file), List.of());
    }

    static Account account(Waxwing waxwing) {
        return waxwing.accounts().all().getFirst();
    }

    static Draft letter(Waxwing from, List<Mailbox> to, List<Mailbox> cc, List<Mailbox> bcc) {
        return new Draft(
                account(from).id(), to, cc, bcc, "the harvest", "the quinces are ripe", List.of(), Answered.nothing());
    }

    private static Waxwing open(ProfileOpening opening) {
        return assertInstanceOf(ProfileOpening.Open.class, opening).waxwing();
    }

    @Override
    public void close() {
        office.close();
    }
}
