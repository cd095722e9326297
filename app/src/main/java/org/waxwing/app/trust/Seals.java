package org.waxwing.app.trust;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.KeyProfile;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// The person's own seals: private keys and their public cards.
public interface Seals {
    List<Card> own();

    /// The seal that a letter from this address is signed with.
    Optional<Card> sealFor(AddrSpec address);

    /// Makes a new seal that lives [SealEnd#LIFE], with its revocation certificate kept for later. Only
    /// this computer has it.
    default Card make(Mailbox owner) {
        return make(owner, KeyProfile.CURVE25519, Optional.of(SealEnd.LIFE));
    }

    /// The same of another kind or for another time.
    ///
    /// @param validity nothing means for ever
    Card make(Mailbox owner, KeyProfile profile, Optional<Duration> validity);

    /// The seals in use that end within [SealEnd#WARNING] or have ended, the most urgent first. One that
    /// was revoked, or that a better one replaces, is not among them.
    List<Card> ending();

    /// Changes one of the seals.
    SealChanging change(Fingerprint fingerprint, KeyChange change);

    /// Lets the seal live [SealEnd#LIFE] from now.
    SealChanging prolong(Fingerprint fingerprint);

    /// Locks the seal with a passphrase of its own, which the vault doesn't know: it is asked for whenever
    /// the seal is used.
    SealChanging lockWith(Fingerprint fingerprint, Passphrase passphrase);

    /// Writes the card into a folder, as web servers give it out to people who ask by address.
    ///
    /// @return the files that were written, one for each address and method; empty for an unknown seal
    List<Path> writeWebKeyDirectory(Path folder, Fingerprint fingerprint);

    /// The public card in armour, for other people.
    Optional<Octets> publicCard(Fingerprint fingerprint);

    /// Writes every private key into one file, locked with the passphrase: OpenPGP's in armour, which GnuPG
    /// can import, and S/MIME's with their certificates and chains, as `waxwing import` takes them back. Keys
    /// on tokens can't leave them. Only a file without S/MIME keys is armour alone.
    ///
    /// @throws org.waxwing.app.StorageException where the file can't be written; without a cause where no key
    ///   could be unlocked, and then nothing is written
    BackedUp backUp(Path file, Passphrase passphrase);

    /// Writes a backup file locked with fresh digits and returns them.
    RecoveryDigits backUpWithRecoveryDigits(Path file);

    /// One private key in armour, locked with the passphrase.
    Optional<Octets> exportPrivate(Fingerprint fingerprint, Passphrase passphrase);

    /// Ends a seal for good. Returns the public card that says so, to be given to others.
    Optional<Octets> revoke(Fingerprint fingerprint);
}
