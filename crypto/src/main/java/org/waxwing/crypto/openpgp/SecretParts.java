package org.waxwing.crypto.openpgp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.bcpg.S2K;
import org.bouncycastle.bcpg.SecretKeyPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// The secret packets of one key, by the fingerprint of the key that each belongs to.
record SecretParts(Map<Fingerprint, PGPSecretKey> byFingerprint) {
    SecretParts {
        byFingerprint = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byFingerprint));
    }

    /// Where the secret of one component is.
    enum Whereabouts {
        LOCKED,
        OPEN,
        ON_CARD,
        MISSING
    }

    static SecretParts of(OpenPgpSecretKey key) {
        return of(key.encoded());
    }

    static SecretParts of(Octets encoded) {
        Map<Fingerprint, PGPSecretKey> parts = new LinkedHashMap<>();
        for (RawPacket packet : PacketFramer.frame(encoded).packets()) {
            if (packet.isSecretKey()) {
                Bcpg.secretKey(packet)
                        .ifPresent(secret -> parts.put(KeyComponent.fingerprintOf(secret.getPublicKey()), secret));
            }
        }
        return new SecretParts(parts);
    }

    Optional<PGPSecretKey> of(KeyComponent component) {
        return Optional.ofNullable(byFingerprint.get(component.fingerprint()));
    }

    static Whereabouts whereabouts(PGPSecretKey secret) {
        S2K s2k = secret.getS2K();
        if (secret.getS2KUsage() == SecretKeyPacket.USAGE_EXTERNAL) {
            return Whereabouts.ON_CARD;
        }
        if (s2k != null && s2k.getType() == S2K.GNU_DUMMY_S2K) {
            return s2k.getProtectionMode() == S2K.GNU_PROTECTION_MODE_DIVERT_TO_CARD
                    ? Whereabouts.ON_CARD
                    : Whereabouts.MISSING;
        }
        if (secret.isPrivateKeyEmpty()) {
            return Whereabouts.MISSING;
        }
        return secret.getS2KUsage() == SecretKeyPacket.USAGE_NONE ? Whereabouts.OPEN : Whereabouts.LOCKED;
    }

    static boolean isUsable(PGPSecretKey secret) {
        Whereabouts where = whereabouts(secret);
        return where == Whereabouts.LOCKED || where == Whereabouts.OPEN;
    }

    /// The unlocked secret, or nothing when the passphrase doesn't fit or trying it would cost more than
    /// this computer has.
    static Optional<PGPPrivateKey> unlock(PGPSecretKey secret, Passphrase passphrase) {
        if (!DerivationCost.isAffordable(secret.getS2K())) {
            return Optional.empty();
        }
        return passphrase.lend(characters -> Bcpg.attempt(() -> extracted(
                secret, new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(characters))));
    }

    /// The secret of a part that lies open.
    static Optional<PGPPrivateKey> open(PGPSecretKey secret) {
        return Bcpg.attempt(() -> extracted(secret, null));
    }

    private static PGPPrivateKey extracted(PGPSecretKey secret, @Nullable PBESecretKeyDecryptor decryptor)
            throws PGPException {
        return PostQuantumKeys.isPostQuantum(secret.getPublicKey().getAlgorithm())
                ? PostQuantumKeys.unlocked(secret, decryptor)
                : MatchingSecret.of(secret.extractPrivateKey(decryptor), secret.getPublicKey());
    }
}
