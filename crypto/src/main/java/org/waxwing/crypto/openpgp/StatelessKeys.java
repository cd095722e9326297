package org.waxwing.crypto.openpgp;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.KeyPlan;
import org.waxwing.crypto.cert.KeyProfile;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;

/// The Stateless OpenPGP operations that make and change secret keys.
public final class StatelessKeys {
    private final SecureRandom random;
    private final AlgorithmPolicy policy;
    private final Instant now;
    private final StatelessInputs inputs;

    public StatelessKeys(SecureRandom random, AlgorithmPolicy policy, Instant now) {
        this.random = random;
        this.policy = policy;
        this.now = now;
        this.inputs = new StatelessInputs(new CertificateReader(policy));
    }

    public SopResult<Octets> generate(List<String> userIds, Optional<Passphrase> password, boolean armored) {
        Lock lock = new Lock(random, password, LockStrength.CHOSEN_BY_A_PERSON);
        LockedSecretKey key = new KeyGeneration(random, policy)
                .generate(
                        new KeyPlan(
                                userIds.stream().map(UserId::new).toList(), KeyProfile.CURVE25519, Optional.empty()),
                        lock,
                        now)
                .key();
        return new Done<>(Armoring.written("PRIVATE KEY BLOCK", key.encoded(), armored));
    }

    public SopResult<Octets> extractCertificates(Octets file, boolean armored) {
        return inputs.keys(List.of(file))
                .then(keys -> new Done<>(Armoring.written(
                        "PUBLIC KEY BLOCK",
                        concatenated(keys.stream()
                                .map(key -> key.certificate().encoded())
                                .toList()),
                        armored)));
    }

    private static Octets concatenated(List<Octets> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(part -> out.writeBytes(part.toByteArray()));
        return Octets.of(out.toByteArray());
    }
}
