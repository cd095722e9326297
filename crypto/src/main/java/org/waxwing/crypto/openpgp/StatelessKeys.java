package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.KeyChanging;
import org.waxwing.crypto.cert.KeyPlan;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.NewKey;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.RevocationReason;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.KeyRequest;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;
import org.waxwing.crypto.sop.SopResult.Failed;

/// The Stateless OpenPGP operations that make and change secret keys.
public final class StatelessKeys {
    private static final String SECRET = "PRIVATE KEY BLOCK";
    private static final String PUBLIC = "PUBLIC KEY BLOCK";

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

    public SopResult<Octets> generate(KeyRequest request, boolean armored) {
        Lock lock = new Lock(random, request.password(), LockStrength.CHOSEN_BY_A_PERSON);
        KeyPlan plan = new KeyPlan(
                request.userIds().stream().map(UserId::new).toList(),
                request.profile().keys(),
                Optional.empty());
        KeyGeneration generation = new KeyGeneration(random, policy);
        NewKey made = request.signingOnly()
                ? generation.generateToSignOnly(plan, lock, now)
                : generation.generate(plan, lock, now);
        return new Done<>(Armoring.written(SECRET, made.key().encoded(), armored));
    }

    public SopResult<Octets> changePassword(Keys given, Optional<Passphrase> password, boolean armored) {
        Lock lock = new Lock(random, password, LockStrength.CHOSEN_BY_A_PERSON);
        return inputs.keys(given.keys()).then(keys -> {
            List<RawPacket> changed = new ArrayList<>();
            for (OpenPgpSecretKey key : keys) {
                for (RawPacket packet : PacketFramer.frame(key.encoded()).packets()) {
                    Optional<RawPacket> relocked = relocked(packet, given.keyPasswords(), lock);
                    if (relocked.isEmpty()) {
                        return new Failed<>(SopFailure.KEY_IS_PROTECTED);
                    }
                    changed.add(relocked.get());
                }
            }
            return new Done<>(Armoring.written(SECRET, RawPacket.encode(changed), armored));
        });
    }

    /// The packet under the lock. What is no secret, and what is on a card or left out, stays as it is.
    private static Optional<RawPacket> relocked(RawPacket packet, List<Passphrase> passwords, Lock lock) {
        Optional<PGPSecretKey> part = packet.isSecretKey() ? Bcpg.secretKey(packet) : Optional.empty();
        if (part.isEmpty() || !SecretParts.isUsable(part.get())) {
            return Optional.of(packet);
        }
        boolean stays = SecretParts.whereabouts(part.get()) == SecretParts.Whereabouts.OPEN
                && lock.passphrase().isEmpty();
        return stays
                ? Optional.of(packet)
                : StatelessInputs.opened(part.get(), passwords)
                        .map(secret ->
                                lock.locked(secret, part.get().getPublicKey(), packet.tag() == RawPacket.SECRET_KEY));
    }

    public SopResult<Octets> revoke(Keys given, boolean armored) {
        return inputs.keys(given.keys()).then(keys -> {
            List<Octets> revoked = new ArrayList<>();
            for (OpenPgpSecretKey key : keys) {
                switch (PrimarySecret.of(key, given.keyPasswords())) {
                    case PrimarySecret.Absent _ -> {
                        return new Failed<>(SopFailure.PRIMARY_KEY_BAD);
                    }
                    case PrimarySecret.Locked _ -> {
                        return new Failed<>(SopFailure.KEY_IS_PROTECTED);
                    }
                    case PrimarySecret.Open(PGPPublicKey primary, PGPPrivateKey secret) ->
                        revoked.add(revoked(key, new OwnerSignatures(random, primary, secret, now)));
                }
            }
            return new Done<>(Armoring.written(PUBLIC, StatelessInputs.concatenated(revoked), armored));
        });
    }

    private static Octets revoked(OpenPgpSecretKey key, OwnerSignatures owner) {
        RawPacket revocation = owner.overPrimary(
                PGPSignature.KEY_REVOCATION, NewStatements.revocation(RevocationReason.UNSPECIFIED, ""));
        List<RawPacket> packets =
                new ArrayList<>(PacketFramer.frame(key.certificate().encoded()).packets());
        int behind = 1;
        while (behind < packets.size() && packets.get(behind).tag() == RawPacket.SIGNATURE) {
            behind++;
        }
        packets.add(behind, revocation);
        return RawPacket.encode(packets);
    }

    /// @param signingOnly whether a key to which nobody can encrypt stays one
    /// @param updates certificates whose news about the keys are taken in
    public SopResult<Octets> update(Keys given, boolean signingOnly, List<Octets> updates, boolean armored) {
        return inputs.keys(given.keys())
                .then(keys -> inputs.certificates(updates).then(news -> {
                    List<Octets> updated = new ArrayList<>();
                    for (OpenPgpSecretKey key : keys) {
                        OpenPgpSecretKey merged = merged(key, news);
                        switch (signingOnly
                                ? new KeyChanging.Changed(merged)
                                : encrypting(merged, given.keyPasswords())) {
                            case KeyChanging.Changed(OpenPgpSecretKey changed) -> updated.add(changed.encoded());
                            case KeyChanging.Locked _ -> {
                                return new Failed<>(SopFailure.KEY_IS_PROTECTED);
                            }
                            case KeyChanging.Refused _ -> {
                                return new Failed<>(SopFailure.PRIMARY_KEY_BAD);
                            }
                        }
                    }
                    return new Done<>(Armoring.written(SECRET, StatelessInputs.concatenated(updated), armored));
                }));
    }

    private OpenPgpSecretKey merged(OpenPgpSecretKey key, List<OpenPgpCertificate> news) {
        CertificateReader reader = new CertificateReader(policy);
        CertificateMerge merge = new CertificateMerge(reader);
        OpenPgpCertificate known = key.certificate();
        for (OpenPgpCertificate one : news) {
            known = one.fingerprint().equals(known.fingerprint()) ? merge.merge(known, one) : known;
        }
        Map<Fingerprint, RawPacket> secrets = new LinkedHashMap<>();
        for (RawPacket packet : PacketFramer.frame(key.encoded()).packets()) {
            if (packet.isSecretKey()) {
                Bcpg.secretKey(packet)
                        .ifPresent(part -> secrets.put(KeyComponent.fingerprintOf(part.getPublicKey()), packet));
            }
        }
        return reader.parsed(known)
                .map(parsed -> SecretKeyAssembly.join(parsed, secrets))
                .orElse(key);
    }

    /// With a subkey to encrypt to, where there is none. A key that was revoked stays as it is.
    private KeyChanging encrypting(OpenPgpSecretKey key, List<Passphrase> passwords) {
        boolean done =
                key.certificate().usability(now).objections().stream().anyMatch(Objection.Revoked.class::isInstance)
                        || key.certificate().usability(now).canEncrypt();
        if (done) {
            return new KeyChanging.Changed(key);
        }
        Optional<Passphrase> password = StatelessInputs.fitting(key, passwords);
        try {
            return new KeyChanges(random, policy)
                    .change(key, new KeyChange.AddSubkey(Objection.Purpose.ENCRYPT, Optional.empty()), password, now);
        } finally {
            password.ifPresent(Passphrase::close);
        }
    }

    public SopResult<Octets> extractCertificates(Octets file, boolean armored) {
        return inputs.keys(List.of(file))
                .then(keys -> new Done<>(Armoring.written(
                        PUBLIC,
                        StatelessInputs.concatenated(keys.stream()
                                .map(key -> key.certificate().encoded())
                                .toList()),
                        armored)));
    }
}
