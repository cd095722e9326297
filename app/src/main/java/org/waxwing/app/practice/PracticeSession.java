package org.waxwing.app.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.Profile;
import org.waxwing.app.ProfileOpening;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.TlsMode;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;

/// A ready Waxwing without any account of one's own: a fresh profile in a temporary folder for Ben, with an
/// account at a [PracticePostOffice], a seal, Anna's address card, and a first sealed letter from Anna in
/// INBOX. Anna answers what he writes. All of it is gone when this is closed.
public final class PracticeSession implements AutoCloseable {
    private static final String DOMAIN = "@practice.example";

    private static final Mailbox ANNA = new Mailbox("Anna", AddrSpec.of("anna" + DOMAIN));

    private final PracticePostOffice office;
    private final PracticeMailbox mailbox;
    private final Path folder;
    private final Waxwing waxwing;
    private final Account account;
    private final Card seal;
    private final Anna anna;

    private PracticeSession(
            PracticePostOffice office,
            PracticeMailbox mailbox,
            Path folder,
            Waxwing waxwing,
            Account account,
            Card seal,
            Anna anna) {
        this.office = office;
        this.mailbox = mailbox;
        this.folder = folder;
        this.waxwing = waxwing;
        this.account = account;
        this.seal = seal;
        this.anna = anna;
    }

    /// Makes it. Takes a second or two, so not on a thread that draws.
    ///
    /// @throws PracticeException where this computer has no port or no temporary folder to give
    public static PracticeSession open(SecureRandom random, InstantSource clock) {
        PracticePostOffice office = PracticePostOffice.open(random, clock);
        Path folder = temporaryFolder();
        try {
            return furnish(office, folder, random, clock);
        } catch (RuntimeException e) {
            office.close();
            delete(folder);
            throw e;
        }
    }

    private static PracticeSession furnish(
            PracticePostOffice office, Path folder, SecureRandom random, InstantSource clock) {
        Mailbox ben = new Mailbox("Ben", AddrSpec.of("ben" + DOMAIN));
        PracticeMailbox mailbox = office.mailboxFor(ben);
        PracticeMailbox annas = office.mailboxFor(ANNA);
        Waxwing waxwing = freshProfile(folder.resolve("profile"), random);
        Account account = accountOf(waxwing, mailbox);
        Card seal = waxwing.seals().make(ben);
        OpenPgp openPgp = OpenPgp.with(random, AlgorithmPolicy.current());
        OpenPgpCertificate certificate = certificate(openPgp, waxwing, seal);
        Anna anna = new Anna(office, annas, openPgp, ben, certificate, clock, random);
        introduce(waxwing, anna, folder.resolve("anna.asc"));
        anna.welcome();
        anna.start();
        var _ = waxwing.fetch().fetchAll();
        return new PracticeSession(office, mailbox, folder, waxwing, account, seal, anna);
    }

    /// Everything a face may ask for.
    public Waxwing waxwing() {
        return waxwing;
    }

    public Account account() {
        return account;
    }

    /// Ben's own seal.
    public Card seal() {
        return seal;
    }

    /// Anna's address card.
    public Card anna() {
        return waxwing.people().card(anna.fingerprint()).orElseThrow();
    }

    /// Where letters to Anna go.
    public Mailbox annasMailbox() {
        return ANNA;
    }

    /// The bytes of a letter as the relay had them, sent or received.
    ///
    /// @param messageId with angle brackets
    public Optional<Octets> relaySaw(String messageId) {
        return office.relayed(messageId).map(RelayedLetter::bytes);
    }

    /// Everything that the relay was given, in order.
    public List<RelayedLetter> relayed() {
        return office.relayed();
    }

    /// Waits until so many letters lie in Ben's INBOX on the server.
    ///
    /// @return whether they did in time
    public boolean awaitLetters(int letters, Duration most) throws InterruptedException {
        return mailbox.awaitInbox(letters, most);
    }

    /// Where everything is kept until the end.
    public Path folder() {
        return folder;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("waxwing-practice-");
        } catch (IOException e) {
            throw new PracticeException("This computer gives no temporary folder for the practice profile.", e);
        }
    }

    private static Waxwing freshProfile(Path folder, SecureRandom random) {
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        try (Passphrase passphrase =
                Passphrase.taking(HexFormat.of().formatHex(secret).toCharArray())) {
            return switch (new Profile(folder).create(passphrase, PassphrasePrompt.nobody())) {
                case ProfileOpening.Open(var waxwing) -> waxwing;
                case ProfileOpening.AlreadyThere(),
                        ProfileOpening.Missing(),
                        ProfileOpening.WrongPassphrase(),
                        ProfileOpening.Damaged _ ->
                    throw new PracticeException("The practice profile could not be made in a fresh folder.");
            };
        }
    }

    private static Account accountOf(Waxwing waxwing, PracticeMailbox mailbox) {
        try (Passphrase password = mailbox.password()) {
            return waxwing.accounts()
                    .add(
                            mailbox.owner(),
                            mailbox.submission(TlsMode.STARTTLS_REQUIRED),
                            password,
                            Optional.of(mailbox.incoming(TlsMode.IMPLICIT)),
                            Optional.empty());
        }
    }

    private static OpenPgpCertificate certificate(OpenPgp openPgp, Waxwing waxwing, Card seal) {
        Octets armoured = waxwing.seals().publicCard(seal.fingerprint()).orElseThrow();
        return openPgp.read(armoured).items().stream()
                .flatMap(item ->
                        item instanceof Item.CertificateFound found ? Stream.of(found.certificate()) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    private static void introduce(Waxwing waxwing, Anna anna, Path file) {
        try {
            Files.write(file, anna.card().toByteArray());
            var _ = waxwing.people().bringIn(List.of(file), List.of());
            Files.delete(file);
        } catch (IOException e) {
            throw new PracticeException("This computer's temporary folder can't be written to.", e);
        }
        waxwing.people().decide(anna.fingerprint(), Standing.ACCEPTED, "Anna came with the practice post office");
    }

    @Override
    public void close() {
        anna.close();
        waxwing.close();
        office.close();
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new PracticeException("The temporary folder of the practice profile could not be deleted.", e);
        }
    }

    @Override
    public String toString() {
        return "PracticeSession";
    }
}
