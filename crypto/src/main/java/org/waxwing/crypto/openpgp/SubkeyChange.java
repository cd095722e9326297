package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.KeyChanging;
import org.waxwing.crypto.cert.KeyChanging.Reason;
import org.waxwing.crypto.cert.KeyProfile;
import org.waxwing.crypto.secret.Passphrase;

/// One subkey more, or the end of one.
final class SubkeyChange {
    private final OpenedKey key;
    private final KeyChanges.Rules rules;

    SubkeyChange(OpenedKey key, KeyChanges.Rules rules) {
        this.key = key;
        this.rules = rules;
    }

    static Optional<KeyComponent> named(ParsedCertificate certificate, Fingerprint fingerprint) {
        return certificate.keyComponents().stream()
                .filter(part -> !part.isPrimary() && part.fingerprint().equals(fingerprint))
                .findFirst();
    }

    static boolean isRevoked(KeyComponent part) {
        return part.signatures().stream().anyMatch(SelfSignature::isRevocation);
    }

    KeyChanging add(KeyChange.AddSubkey wanted, Optional<Passphrase> passphrase) {
        Instant made = key.made();
        Optional<Reason> objection = wanted.ends().flatMap(end -> rules.objectionToEnd(end, made));
        if (objection.isPresent()) {
            return new KeyChanging.Refused(objection.get());
        }
        PGPKeyPair pair = new KeyPairs(key.random(), made).subkey(profile(), wanted.purpose());
        PGPSignatureSubpacketGenerator says = NewStatements.subkey(
                wanted.purpose(),
                wanted.ends().map(end -> Duration.between(made, Instant.ofEpochSecond(end.getEpochSecond()))));
        RawPacket binding = switch (wanted.purpose()) {
            case SIGN -> key.owner().bindingWithConsent(pair.getPublicKey(), pair.getPrivateKey(), says);
            case ENCRYPT -> key.owner().overSubkey(PGPSignature.SUBKEY_BINDING, pair.getPublicKey(), says);
        };
        RawPacket secret = lock(passphrase).locked(pair.getPrivateKey(), pair.getPublicKey(), false);
        return key.with(Map.of(), List.of(new KeyBlock.Component(secret, List.of(binding))), rules.reader());
    }

    /// The subkey gets the lock that the primary key has: same passphrase, same strength.
    private Lock lock(Optional<Passphrase> passphrase) {
        SecureRandom random = key.random();
        PGPSecretKey primary = key.parts().of(key.certificate().primary()).orElseThrow();
        return switch (SecretParts.whereabouts(primary)) {
            case LOCKED -> Lock.with(random, passphrase.orElseThrow(), Lock.strengthOf(primary));
            case OPEN, ON_CARD, MISSING -> Lock.none(random);
        };
    }

    private KeyProfile profile() {
        return key.certificate().primary().key().getVersion() == 6 ? KeyProfile.CURVE25519_V6 : KeyProfile.CURVE25519;
    }

    KeyChanging revoke(KeyChange.RevokeSubkey unwanted) {
        Optional<KeyComponent> subkey = named(key.certificate(), unwanted.subkey());
        if (subkey.isEmpty()) {
            return new KeyChanging.Refused(Reason.NO_SUCH_SUBKEY);
        }
        if (isRevoked(subkey.get())) {
            return new KeyChanging.Refused(Reason.SUBKEY_REVOKED);
        }
        RawPacket revocation = key.owner()
                .overSubkey(
                        PGPSignature.SUBKEY_REVOCATION,
                        subkey.get().key(),
                        NewStatements.revocation(unwanted.reason(), unwanted.words()));
        return key.with(Map.of(subkey.get().packet(), List.of(revocation)), List.of(), rules.reader());
    }
}
