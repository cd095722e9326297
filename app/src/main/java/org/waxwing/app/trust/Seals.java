package org.waxwing.app.trust;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// The person's own seals: private keys and their public cards.
public interface Seals {
    List<Card> own();

    /// The seal that a letter from this address is signed with.
    Optional<Card> sealFor(AddrSpec address);

    /// Makes a new seal, with its revocation certificate kept for later. Only this computer has it.
    Card make(Mailbox owner);

    /// The public card in armour, for other people.
    Optional<Octets> publicCard(Fingerprint fingerprint);

    /// Writes every private key into one armoured file, locked with the passphrase; GnuPG can import it.
    ///
    /// @return how many keys are in it
    int backUp(Path file, Passphrase passphrase);

    /// Writes a backup file locked with fresh digits and returns them, to be written down or printed:
    /// nine groups of four.
    String backUpWithRecoveryDigits(Path file);

    /// One private key in armour, locked with the passphrase.
    Optional<Octets> exportPrivate(Fingerprint fingerprint, Passphrase passphrase);

    /// Ends a seal for good. Returns the public card that says so, to be given to others.
    Optional<Octets> revoke(Fingerprint fingerprint);
}
