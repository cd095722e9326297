package org.waxwing.keystore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.cert.WaitingKey;
import org.waxwing.crypto.secret.Passphrase;

/// The part of the keyring that holds X.509: people's certificates, the person's own keys, and the
/// certificates of authorities. An authority counts once the person accepted it by a [Decision]; before
/// that its certificate only helps to find a path.
public interface SmimeKeyring {
    /// Everything that can be read, newest first.
    List<SmimeEntry> entries();

    Optional<SmimeEntry> entry(Fingerprint.X509Sha256 fingerprint);

    /// Keeps a certificate of a person or an authority.
    Keeping keep(SmimeCertificate certificate, Instant now);

    /// Notes what the program of a certificate's owner says that it reads (RFC 8551 §2.5.2), unless
    /// something later is known. A certificate that the keyring doesn't hold is passed over.
    ///
    /// @param identifiers object identifiers in dotted decimal
    /// @param stated when its owner said so
    void noteCapabilities(Fingerprint.X509Sha256 certificate, Set<String> identifiers, Instant stated);

    /// What was noted last; empty where nothing was.
    Set<String> capabilities(Fingerprint.X509Sha256 certificate);

    /// Notes what an authority said of a certificate, in place of what it said before. From now on
    /// [org.waxwing.crypto.cert.X509Trust#revoked] says so too.
    void noteRevocation(RevocationNote note);

    /// What was noted, in the order of asking.
    List<RevocationNote> revocations();

    /// Keeps a private key, its certificate and its chain, in the vault's care.
    ///
    /// @param passphrase the one that it is locked with, which only the vault knows from now on
    Keeping keepSecret(SmimeSecretKey key, Passphrase passphrase, Instant now);

    /// Keeps a certificate, its chain, and where on a token its private key lies, in place of what was known
    /// of that. From now on it is one of the person's own.
    Keeping keepOnToken(SmimeSecretKey key, Instant now);

    /// Forgets which keys lie on a token. Their certificates stay, as anybody's.
    void forget(Token token);

    /// Keeps a key that was made for a request, until its authority answers. From the return on neither is
    /// lost by a crash.
    ///
    /// @param passphrase the one that the key is locked with, which only the vault knows from now on
    void keepWaiting(WaitingRequest waiting, Passphrase passphrase);

    /// What waits for the answer of an authority, the newest first.
    List<WaitingRequest> waiting();

    /// Keeps what an authority answered, all in one transaction: the key with its certificate and chain, the
    /// authorities' certificates, the decision that it is the person's own; and the request waits no more.
    /// Fails with a [KeyringException] and changes nothing where the key isn't there any longer.
    ///
    /// @param answered the request; nothing where the key has another certificate already
    void keepAnswered(
            SmimeSecretKey key,
            Optional<WaitingKey> answered,
            List<SmimeCertificate> authorities,
            Decision decision,
            Instant now);
}
