package org.waxwing.crypto.openpgp;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.secret.Passphrase;

/// The secret of a primary key, which speaks for the whole key.
sealed interface PrimarySecret {
    /// Unlocked.
    record Open(PGPPublicKey primary, PGPPrivateKey secret) implements PrimarySecret {
        @Override
        public String toString() {
            return "Open[redacted]";
        }
    }

    /// None of the passwords opens it.
    record Locked() implements PrimarySecret {}

    /// It is on a card, or was left out.
    record Absent() implements PrimarySecret {}

    static PrimarySecret of(OpenPgpSecretKey key, List<Passphrase> passwords) {
        Optional<PGPSecretKey> part = Optional.ofNullable(
                        SecretParts.of(key).byFingerprint().get(key.fingerprint()))
                .filter(SecretParts::isUsable);
        if (part.isEmpty()) {
            return new Absent();
        }
        return StatelessInputs.opened(part.get(), passwords)
                .<PrimarySecret>map(secret -> new Open(part.get().getPublicKey(), secret))
                .orElseGet(Locked::new);
    }
}
