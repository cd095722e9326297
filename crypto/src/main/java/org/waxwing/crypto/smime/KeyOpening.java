package org.waxwing.crypto.smime;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.TokenKey;
import org.waxwing.crypto.cert.TokenOpening;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.secret.SecretBytes;
import org.waxwing.crypto.smime.identity.PrivateKeyLock;
import org.waxwing.crypto.smime.path.PathCertificate;

/// Unlocks the user's own keys for the length of one piece of work.
final class KeyOpening {
    private final PrivateKeyLock lock;

    KeyOpening(SecureRandom random) {
        this.lock = new PrivateKeyLock(random);
    }

    /// What came of it.
    sealed interface Outcome {
        record Open(UnlockedIdentity identity) implements Outcome {}

        /// Nobody gave its passphrase, or it doesn't fit.
        ///
        /// @param token what is wrong with the token that it lies on
        record Locked(Optional<TokenProblem> token) implements Outcome {}

        /// It is a key of no kind that this program knows.
        record Unusable() implements Outcome {}
    }

    Outcome open(SmimeSecretKey key, PassphraseSource passphrases) {
        return switch (key.place()) {
            case KeyPlace.Held(Octets encoded) -> held(key, encoded, passphrases);
            case KeyPlace.OnToken _ ->
                switch (passphrases.tokenKey(key)) {
                    case TokenOpening.Open(TokenKey token) -> open(key, UnlockedKey.onToken(token));
                    case TokenOpening.Closed(TokenProblem why) -> new Outcome.Locked(Optional.of(why));
                };
        };
    }

    private Outcome held(SmimeSecretKey key, Octets encoded, PassphraseSource passphrases) {
        Optional<Passphrase> known = passphrases.passphraseFor(key);
        if (known.isEmpty()) {
            return new Outcome.Locked(Optional.empty());
        }
        try (Passphrase passphrase = known.get()) {
            return switch (lock.unlock(encoded, passphrase)) {
                case PrivateKeyLock.Unlocking.Unlocked(SecretBytes pkcs8) -> open(key, pkcs8);
                case PrivateKeyLock.Unlocking.Refused _ -> new Outcome.Locked(Optional.empty());
            };
        }
    }

    private static Outcome open(SmimeSecretKey key, SecretBytes pkcs8) {
        try (SecretBytes clear = pkcs8) {
            return clear.lend(bytes -> UnlockedKey.ofPkcs8(Octets.of(bytes)))
                    .map(open -> open(key, open))
                    .orElseGet(Outcome.Unusable::new);
        }
    }

    private static Outcome open(SmimeSecretKey key, UnlockedKey open) {
        X509CertificateHolder certificate =
                CertificateCard.certificate(key.certificate()).structure();
        List<X509CertificateHolder> chain = key.chain().stream()
                .flatMap(der -> PathCertificate.read(der).stream())
                .map(PathCertificate::structure)
                .toList();
        return new Outcome.Open(new UnlockedIdentity(certificate, chain, open));
    }
}
