package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SealingProblem;
import org.waxwing.crypto.secret.Passphrase;

/// An unlocked key that may sign now.
record SigningKey(PGPPublicKey key, PGPPrivateKey secret) {
    @Override
    public String toString() {
        return "SigningKey[redacted]";
    }

    /// What came of looking for one.
    sealed interface Search {
        record Found(SigningKey key) implements Search {}

        record Locked() implements Search {}

        record Unusable(SealingProblem problem) implements Search {}
    }

    static Search of(OpenPgpSecretKey locked, CertificateReader reader, PassphraseSource passphrases, Instant now) {
        Optional<ParsedCertificate> certificate = reader.parsed(locked.certificate());
        if (certificate.isEmpty()) {
            return unusable(locked, List.of(new Objection.NotSelfCertified()));
        }
        CertificateState state = certificate.get().stateAt(now);
        List<Objection> objections = state.objectionsTo(Purpose.SIGN);
        if (!objections.isEmpty()) {
            return unusable(locked, objections);
        }
        SecretParts parts = SecretParts.of(locked);
        Optional<PGPSecretKey> secret = state.keysFor(Purpose.SIGN).stream()
                .flatMap(key -> parts.of(key).stream())
                .filter(SecretParts::isUsable)
                .findFirst();
        if (secret.isEmpty()) {
            return unusable(locked, List.of(new Objection.NoSuitableKey(Purpose.SIGN)));
        }
        return unlock(locked, secret.get(), passphrases)
                .<Search>map(
                        found -> new Search.Found(new SigningKey(secret.get().getPublicKey(), found)))
                .orElseGet(Search.Locked::new);
    }

    private static Search unusable(OpenPgpSecretKey locked, List<Objection> objections) {
        return new Search.Unusable(new SealingProblem.SignerUnusable(locked.fingerprint(), objections));
    }

    private static Optional<PGPPrivateKey> unlock(
            OpenPgpSecretKey locked, PGPSecretKey secret, PassphraseSource passphrases) {
        if (SecretParts.whereabouts(secret) == SecretParts.Whereabouts.OPEN) {
            return SecretParts.open(secret);
        }
        return passphrases.passphraseFor(locked).flatMap(passphrase -> {
            try (Passphrase open = passphrase) {
                return SecretParts.unlock(secret, open);
            }
        });
    }
}
