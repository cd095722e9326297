package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.waxwing.crypto.cert.KeyPlan;
import org.waxwing.crypto.cert.NewKey;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.RevocationReason;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Makes keys: one that certifies and signs, one that encrypts, and the revocation certificate for the day
/// when the key is lost.
final class KeyGeneration {
    private final SecureRandom random;
    private final CertificateReader reader;

    KeyGeneration(SecureRandom random, AlgorithmPolicy policy) {
        this.random = random;
        this.reader = new CertificateReader(policy);
    }

    NewKey generate(KeyPlan plan, Lock locking, Instant now) {
        return generate(plan, locking, now, true);
    }

    /// A key to which nobody can encrypt.
    NewKey generateToSignOnly(KeyPlan plan, Lock locking, Instant now) {
        return generate(plan, locking, now, false);
    }

    private NewKey generate(KeyPlan plan, Lock locking, Instant now, boolean encrypts) {
        KeyPairs pairs = new KeyPairs(random, now);
        PGPKeyPair primary = pairs.primary(plan.profile());
        OwnerSignatures owner = new OwnerSignatures(random, primary.getPublicKey(), primary.getPrivateKey(), now);
        RawPacket revocation = owner.overPrimary(
                PGPSignature.KEY_REVOCATION, NewStatements.revocation(RevocationReason.UNSPECIFIED, ""));

        List<KeyBlock.Component> components = new ArrayList<>();
        components.add(new KeyBlock.Component(
                locking.locked(primary.getPrivateKey(), primary.getPublicKey(), true), direct(plan, primary, owner)));
        for (UserId id : plan.owners()) {
            components.add(certified(id, plan, primary, owner, components.size() == 1));
        }
        if (encrypts) {
            pairs.encrypting(plan.profile()).forEach(subkey -> components.add(bound(subkey, plan, owner, locking)));
        }
        if (reader.read(new KeyBlock(components)) instanceof CertificateReader.Result.Read read) {
            return new NewKey(
                    SecretKeyAssembly.join(read.certificate(), read.secrets()),
                    Armor.write("PUBLIC KEY BLOCK", RawPacket.encode(List.of(revocation)), version(primary) == 4));
        }
        throw new IllegalStateException("a new key doesn't certify itself");
    }

    private static KeyBlock.Component bound(PGPKeyPair subkey, KeyPlan plan, OwnerSignatures owner, Lock locking) {
        RawPacket binding = owner.overSubkey(
                PGPSignature.SUBKEY_BINDING,
                subkey.getPublicKey(),
                NewStatements.subkey(Purpose.ENCRYPT, plan.validity()));
        return new KeyBlock.Component(
                locking.locked(subkey.getPrivateKey(), subkey.getPublicKey(), false), List.of(binding));
    }

    /// A v6 key speaks of itself in a direct-key signature (RFC 9580 §10.1.1); a v4 key only where it has
    /// no user id in which to do so.
    private static List<RawPacket> direct(KeyPlan plan, PGPKeyPair primary, OwnerSignatures owner) {
        boolean wanted = version(primary) == 6 || plan.owners().isEmpty();
        return wanted
                ? List.of(owner.overPrimary(
                        PGPSignature.DIRECT_KEY, NewStatements.wholeKey(version(primary), plan.validity())))
                : List.of();
    }

    private static KeyBlock.Component certified(
            UserId id, KeyPlan plan, PGPKeyPair primary, OwnerSignatures owner, boolean first) {
        PGPSignatureSubpacketGenerator says = version(primary) == 6
                ? new PGPSignatureSubpacketGenerator()
                : NewStatements.wholeKey(version(primary), plan.validity());
        if (first) {
            says.setPrimaryUserID(false, true);
        }
        Octets text = Octets.ofUtf8(id.text());
        return new KeyBlock.Component(
                new RawPacket(RawPacket.USER_ID, text),
                List.of(owner.overUserId(PGPSignature.POSITIVE_CERTIFICATION, text, says)));
    }

    private static int version(PGPKeyPair pair) {
        return pair.getPublicKey().getVersion();
    }
}
