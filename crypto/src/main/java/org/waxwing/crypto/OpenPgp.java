package org.waxwing.crypto;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.KeyChanging;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.KeyPlan;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.NewKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.gnupg.GnuPgSecretKeys;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.OpenPgpEngine;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;

/// The door to OpenPGP: reading, making and changing certificates and keys. One value for the whole
/// program.
public final class OpenPgp {
    private final OpenPgpEngine engine;
    private final SecureRandom random;

    private OpenPgp(OpenPgpEngine engine, SecureRandom random) {
        this.engine = engine;
        this.random = random;
    }

    /// OpenPGP with this source of randomness and this policy.
    public static OpenPgp with(SecureRandom random, AlgorithmPolicy policy) {
        return new OpenPgp(new OpenPgpEngine(random, policy), random);
    }

    OpenPgpEngine engine() {
        return engine;
    }

    SecureRandom random() {
        return random;
    }

    /// Everything in a key file: armoured blocks (several, with text between them) or binary packets. Bad
    /// parts are named and passed over; nothing is thrown for what is in the file.
    public KeyMaterial read(Octets file) {
        return engine.read(file);
    }

    /// As [#read(Octets)]. What holds by an earlier verdict isn't verified again.
    ///
    /// @param verdicts as [#verdicts] gave them, from where nobody else could change them
    public KeyMaterial read(Octets file, Octets verdicts) {
        return engine.read(file, verdicts);
    }

    /// The verdicts on which a certificate rests, to be kept with its octets where nobody else can write.
    /// They hold for these octets and this version of the policy only.
    public Octets verdicts(OpenPgpCertificate certificate) {
        return engine.verdicts(certificate);
    }

    /// The certificate with the revocations by its designated revokers that hold, so far as their
    /// certificates are at hand (RFC 9580 §5.2.3.23).
    public OpenPgpCertificate withRevokers(OpenPgpCertificate certificate, CertificateSource revokers) {
        return engine.withRevokers(certificate, revokers);
    }

    /// What finds the secret keys in a GnuPG home.
    public GnuPgSecretKeys gnuPgSecretKeys() {
        return new GnuPgSecretKeys(random);
    }

    /// A new v4 key, Ed25519 to certify and sign, X25519 to encrypt, locked with the passphrase.
    public NewKey generate(UserId owner, Passphrase lock, Instant now, Optional<Duration> validity) {
        return engine.generate(owner, lock, now, validity);
    }

    /// The key locked with another passphrase.
    public Relocking relock(OpenPgpSecretKey key, Passphrase from, Passphrase to) {
        return engine.relock(key, from, to);
    }

    /// A new key as above, for a lock of another strength.
    public NewKey generate(
            UserId owner, Passphrase lock, LockStrength strength, Instant now, Optional<Duration> validity) {
        return engine.generate(owner, lock, strength, now, validity);
    }

    /// A new key by a plan.
    public NewKey generate(KeyPlan plan, Passphrase lock, LockStrength strength, Instant now) {
        return engine.generate(plan, lock, strength, now);
    }

    /// The key locked with another passphrase, which may be random and then needs no slow derivation.
    public Relocking relock(OpenPgpSecretKey key, Passphrase from, Passphrase to, LockStrength strength) {
        return engine.relock(key, from, to, strength);
    }

    /// The key with one change that its owner makes; what it had before stays in it.
    ///
    /// @param passphrase of the key, or nothing where nobody knows it
    public KeyChanging change(OpenPgpSecretKey key, KeyChange change, Optional<Passphrase> passphrase, Instant now) {
        return engine.change(key, change, passphrase, now);
    }

    /// One certificate with what both know: nothing is lost, a revocation stays (same primary key, else an
    /// `IllegalArgumentException`).
    public OpenPgpCertificate merge(OpenPgpCertificate known, OpenPgpCertificate update) {
        return engine.merge(known, update);
    }

    /// The certificate with a revocation certificate applied, or nothing when it is for another key or
    /// invalid.
    public Optional<OpenPgpCertificate> revoke(OpenPgpCertificate certificate, Octets revocation) {
        return engine.revoke(certificate, revocation);
    }

    /// Certificates in armour, one block, for a file or another program.
    public Octets armoredCertificates(List<OpenPgpCertificate> certificates) {
        return engine.armoredCertificates(certificates);
    }

    /// A locked key in armour, as other programs import it.
    public Octets armoredSecretKey(OpenPgpSecretKey key) {
        return engine.armoredSecretKey(key);
    }
}
