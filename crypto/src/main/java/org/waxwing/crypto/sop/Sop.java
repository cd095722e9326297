package org.waxwing.crypto.sop;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.Armoring;
import org.waxwing.crypto.openpgp.StatelessDecryption;
import org.waxwing.crypto.openpgp.StatelessEncryption;
import org.waxwing.crypto.openpgp.StatelessKeys;
import org.waxwing.crypto.openpgp.StatelessSigning;
import org.waxwing.crypto.openpgp.StatelessVerification;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.SopInputs.Form;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Verifiers;

/// The subcommands of Stateless OpenPGP over bytes. Holds no keys and no state; passphrases are the
/// caller's to close.
public final class Sop {
    private final StatelessKeys keys;
    private final StatelessSigning signing;
    private final StatelessVerification verification;
    private final StatelessEncryption encryption;
    private final StatelessDecryption decryption;

    private Sop(SecureRandom random, AlgorithmPolicy policy, Instant now) {
        this.keys = new StatelessKeys(random, policy, now);
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

    /// What `inline-verify` found: the text that the signatures cover, and those that hold, at least one.
    public record Verified(Octets text, List<Verification> verifications) {
        public Verified {
            verifications = List.copyOf(verifications);
        }
    }

    /// What `inline-detach` took apart.
    public record Detached(Octets text, Octets signatures) {}

    /// What `decrypt` found, after integrity was proven.
    public record Decrypted(Octets text, List<Verification> verifications) {
        public Decrypted {
            verifications = List.copyOf(verifications);
        }

        @Override
        public String toString() {
            return "Decrypted[redacted]";
        }
    }

    /// `generate-key`: a secret key, locked only when there is a password. There is one profile: version 4,
    /// Ed25519 to certify and sign, X25519 to encrypt, which GnuPG 2.2 and everything later reads.
    public SopResult<Octets> generateKey(List<String> userIds, Optional<Passphrase> password, boolean armored) {
        return keys.generate(userIds, password, armored);
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
    public SopResult<Octets> encrypt(Octets text, Recipients recipients, Keys signers, Mode mode, boolean armored) {
        return encryption.encrypt(text, recipients, signers, mode, armored);
    }

    /// `decrypt`, with keys or passwords. A message that is not encrypted, signed or not, is bad data: what
    /// nobody sealed must not come out as if somebody had.
    public SopResult<Decrypted> decrypt(Octets message, Keys keys, List<Passphrase> passwords, Verifiers verifiers) {
        return decryption.decrypt(message, keys, passwords, verifiers);
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
