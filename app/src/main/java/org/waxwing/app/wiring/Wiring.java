package org.waxwing.app.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.waxwing.app.ProfileOpening;
import org.waxwing.app.StorageException;
import org.waxwing.app.Waxwing;
import org.waxwing.app.arrival.Arrivals;
import org.waxwing.app.arrival.FetchIntoStore;
import org.waxwing.app.arrival.Introductions;
import org.waxwing.app.arrival.Listing;
import org.waxwing.app.arrival.OpenAndJudge;
import org.waxwing.app.arrival.Remembering;
import org.waxwing.app.connection.Patience;
import org.waxwing.app.connection.PublicAddresses;
import org.waxwing.app.connection.PublicConnector;
import org.waxwing.app.directory.LdapDirectory;
import org.waxwing.app.dispatch.DurableOutbox;
import org.waxwing.app.dispatch.EntryLocks;
import org.waxwing.app.dispatch.SealAndQueue;
import org.waxwing.app.dispatch.SealFromFile;
import org.waxwing.app.dispatch.SentCopies;
import org.waxwing.app.dns.AskDns;
import org.waxwing.app.imap.ImapFetcher;
import org.waxwing.app.imap.ImapSentFolder;
import org.waxwing.app.keys.AskAuthorities;
import org.waxwing.app.keys.AskDirectory;
import org.waxwing.app.keys.CertificateChoice;
import org.waxwing.app.keys.KeyringCertificates;
import org.waxwing.app.keys.KeyringPeople;
import org.waxwing.app.keys.KeyringSeals;
import org.waxwing.app.keys.KeyringTokens;
import org.waxwing.app.keys.OwnNames;
import org.waxwing.app.keys.VaultThenPerson;
import org.waxwing.app.pictures.FetchPictures;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.app.smtp.SmtpSubmitter;
import org.waxwing.app.store.Database;
import org.waxwing.app.store.OutboxKey;
import org.waxwing.app.store.SqliteAccounts;
import org.waxwing.app.store.SqliteDrafts;
import org.waxwing.app.store.SqliteInquiries;
import org.waxwing.app.store.SqliteLetters;
import org.waxwing.app.store.SqliteOutbox;
import org.waxwing.app.store.SqliteOwnMark;
import org.waxwing.app.token.Pkcs11Tokens;
import org.waxwing.app.web.BoundedWeb;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Safekeeping;
import org.waxwing.crypto.Sealer;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.TimeLimit;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.secret.SecretBytes;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.KeyringException;
import org.waxwing.keystore.Keyrings;
import org.waxwing.keystore.transfer.KeyImport;
import org.waxwing.keystore.vault.Vault;
import org.waxwing.keystore.vault.VaultOpening;

/// Builds the object graph of one profile.
public final class Wiring {
    private Wiring() {}

    public static ProfileOpening open(Path folder, Passphrase passphrase, PassphrasePrompt prompt) {
        return switch (Vault.open(folder.resolve("vault"), passphrase)) {
            case VaultOpening.Open(Vault vault) -> built(folder, vault, prompt);
            case VaultOpening.WrongPassphrase _ -> new ProfileOpening.WrongPassphrase();
            case VaultOpening.Missing _ -> new ProfileOpening.Missing();
            case VaultOpening.Damaged(String why) -> new ProfileOpening.Damaged(why);
        };
    }

    public static ProfileOpening create(Path folder, Passphrase passphrase, PassphrasePrompt prompt) {
        Path file = folder.resolve("vault");
        if (Files.exists(file)) {
            return new ProfileOpening.AlreadyThere();
        }
        try {
            return built(folder, Vault.create(file, passphrase), prompt);
        } catch (KeyringException refused) {
            return new ProfileOpening.Damaged(sentence(refused));
        }
    }

    /// What is opened is closed again when a later part can't be.
    private static ProfileOpening built(Path folder, Vault vault, PassphrasePrompt prompt) {
        Closing closing = new Closing();
        closing.later(vault::close);
        try {
            return new ProfileOpening.Open(build(folder, vault, prompt, closing));
        } catch (KeyringException | StorageException broken) {
            closing.run();
            return new ProfileOpening.Damaged(sentence(broken));
        }
    }

    /// Everything, from the disk up. Nothing here waits for the network.
    @SuppressWarnings("MustBeClosedChecker")
    private static Waxwing build(Path folder, Vault vault, PassphrasePrompt prompt, Closing closing) {
        InstantSource clock = InstantSource.system();
        SecureRandom random = new SecureRandom();
        Patience patience = Patience.usual();

        OpenPgp openPgp = OpenPgp.with(random, AlgorithmPolicy.current());
        Smime smime = Smime.with(random);
        Keyring keyring = Keyrings.open(folder.resolve("keyring.db"), vault, openPgp);
        closing.later(keyring::close);
        Pkcs11Tokens tokens = new Pkcs11Tokens();
        VaultThenPerson passphrases = new VaultThenPerson(keyring, prompt, openPgp, tokens);
        closing.later(passphrases::close);
        CertificateChoice choice = new CertificateChoice(keyring, smime);
        KeyringSeals seals = new KeyringSeals(keyring, openPgp, smime, choice, passphrases, random, clock);

        Database database = Database.open(folder.resolve("mail.db"));
        closing.later(database::close);
        SqliteLetters letters = new SqliteLetters(database, folder.resolve("letters.pack"), vault.box("letters"));
        closing.later(letters::close);
        SqliteDrafts drafts = new SqliteDrafts(database, vault.box("drafts"), clock);
        SmtpSubmitter submitter = new SmtpSubmitter(patience);
        ImapFetcher fetcher = new ImapFetcher(patience);
        SqliteAccounts accounts = new SqliteAccounts(database, vault.box("accounts"), submitter, fetcher);
        OwnNames ownNames = new OwnNames(keyring, accounts);
        KeyImport keyImport = new KeyImport(keyring, openPgp, random);
        KeyringPeople people = new KeyringPeople(keyring, keyImport, choice, ownNames, clock);

        Listing listing = new Listing(Opener.with(openPgp, smime).within(TimeLimit.usual(System::nanoTime)), keyring);
        Arrivals arrivals = new Arrivals(listing, letters, clock);
        FetchIntoStore fetch = new FetchIntoStore(accounts, accounts, fetcher, arrivals, letters);
        Introductions introductions = new Introductions(keyring, smime, ownNames::claimed);
        Remembering remembering = new Remembering(letters, openPgp, ownNames::claims);
        OpenAndJudge read =
                new OpenAndJudge(listing, introductions, remembering, letters, people, accounts, passphrases, clock);

        SecretBytes outboxKey = OutboxKey.of(database, vault.box("settings"), random);
        closing.later(outboxKey::close);
        SqliteOutbox waiting = new SqliteOutbox(database, vault.box("outbox"), Safekeeping.with(outboxKey, random));
        EntryLocks locks = EntryLocks.open(folder.resolve("outbox.lock"));
        closing.later(locks::close);
        SentCopies copies = new SentCopies(waiting, arrivals, accounts, new ImapSentFolder(patience));
        DurableOutbox outbox = new DurableOutbox(waiting, locks, submitter, accounts, copies, clock);
        Sealer sealer = Sealer.with(openPgp, smime);
        SealAndQueue send = new SealAndQueue(accounts, choice, sealer, passphrases, waiting, random, clock);

        SqliteInquiries ledger = new SqliteInquiries(database, vault.box("inquiries"));
        LdapDirectory ldap = new LdapDirectory(Duration.ofSeconds(20), clock);
        AskDirectory directory = new AskDirectory(keyring, smime, ldap, ownNames, ledger, clock);

        return new Waxwing(
                accounts,
                seals,
                people,
                drafts,
                send,
                new SealFromFile(choice, sealer, passphrases, clock),
                outbox,
                fetch,
                letters,
                read,
                new AskAuthorities(keyring, smime, web(clock), directory, ledger, clock),
                new KeyringTokens(keyring, smime, tokens, prompt, clock),
                new FetchPictures(web(clock), ledger, clock, Duration.ofSeconds(60)),
                AskDns.system(Duration.ofSeconds(5), ledger, clock),
                new SqliteOwnMark(database, vault.box("settings"), random),
                new KeyringCertificates(keyring, smime, random, clock),
                closing);
    }

    /// For addresses that strangers name.
    private static BoundedWeb web(InstantSource clock) {
        Duration soon = Duration.ofSeconds(10);
        Patience patience = new Patience(soon, soon, soon.multipliedBy(2));
        return new BoundedWeb(
                new PublicConnector(PublicAddresses::contains, patience)::open, Duration.ofSeconds(30), clock);
    }

    private static String sentence(RuntimeException broken) {
        String message = broken.getMessage();
        return message == null ? "The profile can't be used." : message;
    }
}
