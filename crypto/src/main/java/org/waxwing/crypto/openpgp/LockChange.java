package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.secret.Passphrase;

/// Another lock for a key that exists.
final class LockChange {
    private final SecureRandom random;
    private final CertificateReader reader;

    LockChange(SecureRandom random, CertificateReader reader) {
        this.random = random;
        this.reader = reader;
    }

    /// Every secret part under one new lock. Parts on a smart card or left out stay so.
    Relocking relock(OpenPgpSecretKey key, Passphrase from, Passphrase to, LockStrength strength) {
        Optional<ParsedCertificate> certificate = reader.parsed(key.certificate());
        if (certificate.isEmpty()) {
            return new Relocking.NotPossible(SkipReason.NOT_SELF_CERTIFIED);
        }
        SecretParts parts = SecretParts.of(key);
        Lock lock = Lock.with(random, to, strength);
        Map<Fingerprint, RawPacket> relocked = new HashMap<>();
        boolean usable = false;
        boolean onCard = false;
        for (KeyComponent component : certificate.get().keyComponents()) {
            Optional<PGPSecretKey> secret = parts.of(component);
            if (secret.isEmpty() || !SecretParts.isUsable(secret.get())) {
                onCard |= secret.filter(part -> SecretParts.whereabouts(part) == SecretParts.Whereabouts.ON_CARD)
                        .isPresent();
                continue;
            }
            usable = true;
            Optional<PGPPrivateKey> open = SecretParts.whereabouts(secret.get()) == SecretParts.Whereabouts.OPEN
                    ? SecretParts.open(secret.get())
                    : SecretParts.unlock(secret.get(), from);
            if (open.isEmpty()) {
                return new Relocking.WrongPassphrase();
            }
            relocked.put(component.fingerprint(), lock.locked(open.get(), component.key(), component.isPrimary()));
        }
        if (!usable) {
            return new Relocking.NotPossible(onCard ? SkipReason.ON_SMARTCARD : SkipReason.SECRET_PART_MISSING);
        }
        return new Relocking.Relocked(SecretKeyAssembly.join(certificate.get(), relocked));
    }
}
