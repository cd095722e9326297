package org.waxwing.app.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.StorageException;
import org.waxwing.app.trust.BackedUp;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.RecoveryDigits;
import org.waxwing.app.trust.SealChanging;
import org.waxwing.app.trust.SealEnd;
import org.waxwing.app.trust.Seals;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.KeyPlan;
import org.waxwing.crypto.cert.KeyProfile;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.NewKey;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.transfer.BackupBlocks;
import org.waxwing.keystore.vault.AtomicFile;

/// The person's own seals, straight from the keyring. A seal made here is locked with a passphrase that
/// only the vault knows.
public final class KeyringSeals implements Seals {
    private final Keyring keyring;
    private final OpenPgp openPgp;
    private final CertificateChoice choice;
    private final PassphraseSource passphrases;
    private final Cards cards;
    private final SealChanges changes;
    private final OwnCertificates certificates;
    private final SecureRandom random;
    private final InstantSource clock;

    public KeyringSeals(
            Keyring keyring,
            OpenPgp openPgp,
            Smime smime,
            CertificateChoice choice,
            PassphraseSource passphrases,
            SecureRandom random,
            InstantSource clock) {
        this.keyring = keyring;
        this.openPgp = openPgp;
        this.choice = choice;
        this.passphrases = passphrases;
        this.cards = new Cards(keyring);
        this.changes = new SealChanges(keyring, openPgp, choice, passphrases, clock);
        this.certificates = new OwnCertificates(keyring, smime, new CertificateShelf(keyring, smime), random);
        this.random = random;
        this.clock = clock;
    }

    @Override
    public List<Card> own() {
        return keyring.ownKeys().stream()
                .flatMap(key -> card(key.fingerprint()).stream())
                .toList();
    }

    @Override
    public Optional<Card> sealFor(AddrSpec address) {
        return choice.ownKey(address, clock.instant()).flatMap(key -> card(key.fingerprint()));
    }

    @Override
    public Card make(Mailbox owner, KeyProfile profile, Optional<Duration> validity) {
        String name = owner.displayName();
        String address = owner.address().text();
        UserId id = new UserId(name.isEmpty() ? "<" + address + ">" : name + " <" + address + ">");
        Instant now = clock.instant();
        try (Passphrase lock = Passphrase.random(random)) {
            NewKey made = openPgp.generate(
                    new KeyPlan(List.of(id), profile, validity), lock, LockStrength.CHOSEN_BY_A_PERSON, now);
            Keeping _ = keyring.keepSecret(made.key(), Optional.of(lock), now);
            keyring.keepRevocation(made.key().fingerprint(), made.revocation());
            return card(made.key().fingerprint()).orElseThrow();
        }
    }

    @Override
    public Optional<Octets> publicCard(Fingerprint fingerprint) {
        return keyring.entry(fingerprint).map(entry -> openPgp.armoredCertificates(List.of(entry.certificate())));
    }

    @Override
    public BackedUp backUp(Path file, Passphrase passphrase) {
        List<Octets> blocks = new ArrayList<>();
        List<OpenPgpSecretKey> own = keyring.ownKeys();
        for (OpenPgpSecretKey key : own) {
            lockedWith(key, passphrase).map(openPgp::armoredSecretKey).ifPresent(blocks::add);
        }
        certificates.identities(passphrase).stream().map(BackupBlocks::block).forEach(blocks::add);
        if (blocks.isEmpty()) {
            throw new StorageException("None of the private keys could be unlocked, so there is no backup.");
        }
        write(file, blocks);
        return new BackedUp(blocks.size(), own.size() + certificates.keptKeys() - blocks.size());
    }

    @Override
    public RecoveryDigits backUpWithRecoveryDigits(Path file) {
        String digits = RandomPassphrases.recoveryDigits(random);
        try (Passphrase passphrase = Passphrase.taking(digits.toCharArray())) {
            return new RecoveryDigits(digits, backUp(file, passphrase).leftOut());
        }
    }

    @Override
    public Optional<Octets> exportPrivate(Fingerprint fingerprint, Passphrase passphrase) {
        return keyring.ownKeys().stream()
                .filter(key -> key.fingerprint().equals(fingerprint))
                .findFirst()
                .flatMap(key -> lockedWith(key, passphrase))
                .map(openPgp::armoredSecretKey);
    }

    @Override
    public List<Card> ending() {
        return changes.ending();
    }

    @Override
    public SealChanging change(Fingerprint fingerprint, KeyChange change) {
        return changes.change(fingerprint, change);
    }

    @Override
    public SealChanging prolong(Fingerprint fingerprint) {
        Instant end = clock.instant().plus(SealEnd.LIFE);
        return changes.change(fingerprint, new KeyChange.Validity(Optional.of(end)));
    }

    @Override
    public SealChanging lockWith(Fingerprint fingerprint, Passphrase passphrase) {
        return changes.lockWith(fingerprint, passphrase);
    }

    @Override
    public List<Path> writeWebKeyDirectory(Path folder, Fingerprint fingerprint) {
        return keyring.entry(fingerprint)
                .map(entry -> new WebKeyDirectory(folder).write(entry.certificate(), clock.instant()))
                .orElseGet(List::of);
    }

    @Override
    public Optional<Octets> revoke(Fingerprint fingerprint) {
        return keyring.entry(fingerprint)
                .flatMap(entry -> keyring.revocation(fingerprint)
                        .flatMap(revocation -> openPgp.revoke(entry.certificate(), revocation)))
                .map(revoked -> {
                    Keeping _ = keyring.keep(revoked, clock.instant());
                    return openPgp.armoredCertificates(List.of(revoked));
                });
    }

    private Optional<Card> card(Fingerprint fingerprint) {
        return keyring.entry(fingerprint).map(entry -> cards.of(entry, clock.instant()));
    }

    /// Nothing when its present passphrase is not to be had.
    private Optional<OpenPgpSecretKey> lockedWith(OpenPgpSecretKey key, Passphrase next) {
        Optional<Passphrase> present = passphrases.passphraseFor(key);
        if (present.isEmpty()) {
            return Optional.empty();
        }
        try (Passphrase current = present.get()) {
            return switch (openPgp.relock(key, current, next)) {
                case Relocking.Relocked(OpenPgpSecretKey relocked) -> Optional.of(relocked);
                case Relocking.WrongPassphrase _, Relocking.NotPossible _ -> Optional.empty();
            };
        }
    }

    private static void write(Path file, List<Octets> blocks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (Octets block : blocks) {
                block.writeTo(all);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        try {
            AtomicFile.create(file, Octets.of(all.toByteArray()));
        } catch (FileAlreadyExistsException there) {
            throw new StorageException("There is a file with this name already; choose another.", nameless(there));
        } catch (IOException broken) {
            throw new StorageException("The backup can't be written there.", nameless(broken));
        }
    }

    /// The kind of failure without its message, which holds the name that the person chose.
    private static IOException nameless(IOException failed) {
        return new IOException(failed.getClass().getSimpleName());
    }
}
