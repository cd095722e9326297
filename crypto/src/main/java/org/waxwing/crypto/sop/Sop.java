package org.waxwing.crypto.sop;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.Armoring;
import org.waxwing.crypto.openpgp.StatelessCertificates;
import org.waxwing.crypto.openpgp.StatelessDecryption;
import org.waxwing.crypto.openpgp.StatelessEncryption;
import org.waxwing.crypto.openpgp.StatelessKeys;
import org.waxwing.crypto.openpgp.StatelessSigning;
import org.waxwing.crypto.openpgp.StatelessVerification;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.SopInputs.Form;
import org.waxwing.crypto.sop.SopInputs.KeyPurpose;
import org.waxwing.crypto.sop.SopInputs.KeyRequest;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Openers;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.UserIdQuestion;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopInputs.Writing;

/// The subcommands of Stateless OpenPGP over bytes. Holds no keys and no state; passphrases are the
/// caller's to close.
public final class Sop {
    private final StatelessKeys keys;
    private final StatelessCertificates certificates;
    private final StatelessSigning signing;
    private final StatelessVerification verification;
    private final StatelessEncryption encryption;
    private final StatelessDecryption decryption;

    private Sop(SecureRandom random, AlgorithmPolicy policy, Instant now) {
        this.keys = new StatelessKeys(random, policy, now);
        this.certificates = new StatelessCertificates(random, policy, now);
        this.signing = new StatelessSigning(random, policy, now);
        this.verification = new StatelessVerification(policy, now);
        this.encryption = new StatelessEncryption(random, policy, now);
        this.decryption = new StatelessDecryption(policy, now);
    }

    /// @param now the instant at which certificates are judged and signatures made
    public static Sop with(SecureRandom random, AlgorithmPolicy policy, Instant now) {
        return new Sop(random, policy, now);
    }

    /// A signature with the `micalg` value of RFC 3156 §5.
    public record Signatures(Octets signatures, String micalg) {}

    /// What `encrypt` made, and the key that opens this one message.
    public record Encrypted(Octets message, SessionKey sessionKey) {}

    /// What `inline-verify` found: the text that the signatures cover, and those that hold, at least one.
    public record Verified(Octets text, List<Verification> verifications) {
        public Verified {
            verifications = List.copyOf(verifications);
        }
    }

    /// What `inline-detach` took apart.
    public record Detached(Octets text, Octets signatures) {}

    /// What `decrypt` found, after integrity was proven.
    public record Decrypted(Octets text, List<Verification> verifications, SessionKey sessionKey) {
        public Decrypted {
            verifications = List.copyOf(verifications);
        }

        @Override
        public String toString() {
            return "Decrypted[redacted]";
        }
    }

    /// `generate-key`: a secret key, locked only when there is a password.
    public SopResult<Octets> generateKey(KeyRequest request, boolean armored) {
        return keys.generate(request, armored);
    }

    /// `change-key-password`: every key locked anew, or left open where there is no new password. Each of
    /// the old ones may open any part.
    public SopResult<Octets> changeKeyPassword(Keys locked, Optional<Passphrase> password, boolean armored) {
        return keys.changePassword(locked, password, armored);
    }

    /// `revoke-key`: the certificates of the keys, revoked for all that they ever signed.
    public SopResult<Octets> revokeKey(Keys revoked, boolean armored) {
        return keys.revoke(revoked, armored);
    }

    /// `update-key`: the keys with the news of certificates about them, and with a subkey to encrypt to
    /// unless only signing is wanted.
    public SopResult<Octets> updateKey(Keys outdated, boolean signingOnly, List<Octets> updates, boolean armored) {
        return keys.update(outdated, signingOnly, updates, armored);
    }

    /// `merge-certs`: the certificates with what others know of the same ones.
    public SopResult<Octets> mergeCerts(Octets known, List<Octets> updates, boolean armored) {
        return certificates.merge(known, updates, armored);
    }

    /// `certify-userid`: the certificates with a certification of each user id by each key.
    ///
    /// @param requireSelfSignature whether the owner of each certificate must claim the user ids too
    public SopResult<Octets> certifyUserId(
            Octets certified, Keys signers, List<String> userIds, boolean requireSelfSignature, boolean armored) {
        return certificates.certify(certified, signers, userIds, requireSelfSignature, armored);
    }

    /// `validate-userid`: the certificates, when every one of them has the user id by the word of one of
    /// the authorities.
    public SopResult<List<Fingerprint>> validateUserId(
            Octets subjects, UserIdQuestion question, List<Octets> authorities) {
        return certificates.validate(subjects, question, authorities);
    }

    /// `extract-cert`: the certificates of the keys.
    public SopResult<Octets> extractCert(Octets keys, boolean armored) {
        return this.keys.extractCertificates(keys, armored);
    }

    /// `sign`: detached, one signature by each key.
    public SopResult<Signatures> sign(Octets document, Keys signers, Mode mode, boolean armored) {
        return signing.detached(document, signers, mode, armored);
    }

    /// `verify`: the valid signatures, at least one.
    public SopResult<List<Verification>> verify(Octets document, Octets signatures, Verifiers verifiers) {
        return verification.detached(document, signatures, verifiers);
    }

    /// `inline-sign`: the document with one signature by each key. Readable text is armoured only.
    public SopResult<Octets> inlineSign(Octets document, Keys signers, Form form, boolean armored) {
        return signing.inline(document, signers, form, armored);
    }

    /// `inline-verify`: the text comes out only when at least one signature over it is valid.
    public SopResult<Verified> inlineVerify(Octets message, Verifiers verifiers) {
        return verification.inline(message, verifiers);
    }

    /// `inline-detach`: nothing is proven by it.
    public SopResult<Detached> inlineDetach(Octets message, boolean armored) {
        return verification.detach(message, armored);
    }

    /// `encrypt`, signed by each of the signers.
    public SopResult<Encrypted> encrypt(Octets text, Recipients recipients, Keys signers, Writing writing) {
        return encryption.encrypt(text, recipients, signers, writing);
    }

    /// The same in the default profile, without the session key.
    public SopResult<Octets> encrypt(Octets text, Recipients recipients, Keys signers, Mode mode, boolean armored) {
        return encrypt(text, recipients, signers, new Writing(mode, EncryptionProfile.DEFAULT, KeyPurpose.ANY, armored))
                .then(made -> new SopResult.Done<>(made.message()));
    }

    /// The same with keys or passwords.
    public SopResult<Decrypted> decrypt(Octets message, Keys keys, List<Passphrase> passwords, Verifiers verifiers) {
        return decrypt(message, new Openers(keys, passwords, List.of()), verifiers);
    }

    /// `decrypt`. A message that is not encrypted, signed or not, is bad data: what nobody sealed must not
    /// come out as if somebody had.
    public SopResult<Decrypted> decrypt(Octets message, Openers openers, Verifiers verifiers) {
        return decryption.decrypt(message, openers, verifiers);
    }

    /// `armor`: armoured by what the first packet says it is; armour stays as it is.
    public SopResult<Octets> armor(Octets data) {
        return Armoring.armor(data);
    }

    /// `dearmor`: the packets inside the armour.
    public SopResult<Octets> dearmor(Octets data) {
        return Armoring.dearmor(data);
    }
}
