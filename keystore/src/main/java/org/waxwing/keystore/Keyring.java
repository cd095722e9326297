package org.waxwing.keystore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// The keyring on disk. Every change is durable when its method returns; a crash leaves all of it or
/// none.
///
/// As [CertificateSource] it never offers a rejected certificate, and offers the better accepted and
/// newer one first. As [PassphraseSource] it knows the passphrases of the keys in the vault's care.
public interface Keyring extends CertificateSource, SecretKeySource, PassphraseSource, AutoCloseable {
    /// Everything in it that can be read, newest first.
    List<CertificateEntry> entries();

    /// How many entries, of either kind, and requests that wait were damaged or changed from outside and are
    /// therefore left out of [#entries], [#ownKeys] and [SmimeKeyring#waiting]. Asking for such an entry by its
    /// address or fingerprint fails with a [KeyringException], so that no other certificate takes its place
    /// unnoticed.
    default int unreadableEntries() {
        return 0;
    }

    Optional<CertificateEntry> entry(Fingerprint primary);

    /// Keeps a certificate, merged with what is known of it.
    Keeping keep(OpenPgpCertificate certificate, Instant now);

    /// Keeps many in one transaction; one answer for each, in order.
    List<Keeping> keepAll(List<OpenPgpCertificate> certificates, Instant now);

    /// Keeps a secret key and its certificate. With its passphrase it goes into the vault's care: it is
    /// locked anew with a random passphrase that only the vault knows. Without, it stays locked as it is,
    /// and its own passphrase is asked when it is used.
    default Keeping keepSecret(OpenPgpSecretKey key, Optional<Passphrase> passphrase, Instant now) {
        return keepSecret(key, passphrase.stream().toList(), now).keeping();
    }

    /// Keeps a secret key and its certificate. The first of the passphrases that fits takes it into the
    /// vault's care; when none does it stays locked as it is.
    ///
    /// @param candidates tried in order; the empty one fits a key that lies open
    SecretKeeping keepSecret(OpenPgpSecretKey key, List<Passphrase> candidates, Instant now);

    /// Keeps one of the person's own keys after its owner changed it, with its certificate, in one
    /// transaction. A change that would lose a part fails with an `IllegalArgumentException`. Where the key
    /// is not in the keyring as it was before the change, another process was quicker, and that is a
    /// [KeyringException].
    ///
    /// @param before exactly as the keyring gave it
    void keepChanged(OpenPgpSecretKey before, OpenPgpSecretKey after, PassphraseCare care, Instant now);

    /// Keeps a revocation certificate for the day it is needed.
    void keepRevocation(Fingerprint certificate, Octets revocation);

    Optional<Octets> revocation(Fingerprint certificate);

    /// The person's own OpenPGP keys, newest first.
    List<OpenPgpSecretKey> ownKeys();

    /// The part that holds X.509 certificates and keys.
    SmimeKeyring smime();

    /// Writes a decision into the journal.
    void decide(Decision decision);

    /// Writes many decisions into the journal in one transaction.
    default void decideAll(List<Decision> decisions) {
        decisions.forEach(this::decide);
    }

    Acceptance acceptance(Fingerprint primary);

    /// The acceptance of many, read at one moment.
    default Map<Fingerprint, Acceptance> acceptances(Set<Fingerprint> primaries) {
        return primaries.stream().collect(Collectors.toUnmodifiableMap(primary -> primary, this::acceptance));
    }

    /// The names and addresses in all certificates that were not rejected, to offer while an address is
    /// typed. Read once and searched in memory: nothing of it lies on the disk in the clear.
    default List<UserId> userIds() {
        return entries().stream()
                .filter(entry -> entry.acceptance() != Acceptance.REJECTED)
                .flatMap(entry -> entry.certificate().userIds().stream())
                .toList();
    }

    /// The journal of one certificate, oldest first.
    List<Decision> decisions(Fingerprint primary);

    /// Whether the journal is whole: every entry follows from the one before it, and none is missing at
    /// the end.
    boolean journalIntact();

    @Override
    void close();
}
