package org.waxwing.crypto.smime;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SmimeSecretKey;
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
        record Locked() implements Outcome {}

        /// It is a key of no kind that this program knows.
        record Unusable() implements Outcome {}
    }

    Outcome open(SmimeSecretKey key, PassphraseSource passphrases) {
        Optional<Passphrase> known = passphrases.passphraseFor(key);
        if (known.isEmpty()) {
            return new Outcome.Locked();
        }
        try (Passphrase passphrase = known.get()) {
            return switch (lock.unlock(key.encoded(), passphrase)) {
                case PrivateKeyLock.Unlocking.Unlocked(SecretBytes pkcs8) -> open(key, pkcs8);
                case PrivateKeyLock.Unlocking.Refused _ -> new Outcome.Locked();
            };
        }
    }

    private static Outcome open(SmimeSecretKey key, SecretBytes pkcs8) {
        try (SecretBytes clear = pkcs8) {
            X509CertificateHolder certificate =
                    CertificateCard.certificate(key.certificate()).structure();
            return clear.lend(bytes -> UnlockedKey.ofPkcs8(Octets.of(bytes)))
                    .<Outcome>map(open -> new Outcome.Open(new UnlockedIdentity(
                            certificate,
                            key.chain().stream()
                                    .flatMap(der -> PathCertificate.read(der).stream())
                                    .map(PathCertificate::structure)
                                    .toList(),
                            open)))
                    .orElseGet(Outcome.Unusable::new);
        }
    }
}
