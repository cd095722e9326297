package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.NewKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;

/// OpenPGP over bytes. Knows packets, keys and signatures; knows nothing of MIME.
public final class OpenPgpEngine implements CryptographicEngine {
    private final SecureRandom random;
    private final AlgorithmPolicy policy;

    public OpenPgpEngine(SecureRandom random, AlgorithmPolicy policy) {
        this.random = random;
        this.policy = policy;
    }

    /// Signs and encrypts in one pass; armoured. Intended recipients are named in the signature.
    @Override
    public Production signAndEncrypt(
            Octets plaintext,
            LockedSecretKey signer,
            List<? extends Certificate> recipients,
            PassphraseSource passphrases,
            Instant now) {
        throw new UnsupportedOperationException("not yet " + random + policy);
    }

    /// A detached, armoured signature over exactly these bytes.
    @Override
    public Production sign(Octets signed, LockedSecretKey signer, PassphraseSource passphrases, Instant now) {
        throw new UnsupportedOperationException("not yet");
    }

    /// Decrypts an armoured or binary message and judges the signatures inside. Plaintext is returned
    /// only whole, and only after its integrity was proven.
    @Override
    public Decryption decrypt(
            Octets message,
            SecretKeySource keys,
            CertificateSource certificates,
            PassphraseSource passphrases,
            Instant now) {
        throw new UnsupportedOperationException("not yet");
    }

    /// Judges every signature in a detached signature block over exactly these bytes. One outcome for
    /// each, in order.
    @Override
    public List<SignatureOutcome> verify(Octets signed, Octets signature, CertificateSource certificates, Instant now) {
        throw new UnsupportedOperationException("not yet");
    }

    public KeyMaterial read(Octets file) {
        throw new UnsupportedOperationException("not yet");
    }

    public NewKey generate(UserId owner, Passphrase lock, Instant now, Optional<Duration> validity) {
        throw new UnsupportedOperationException("not yet");
    }

    public Relocking relock(LockedSecretKey key, Passphrase from, Passphrase to) {
        throw new UnsupportedOperationException("not yet");
    }

    public OpenPgpCertificate merge(OpenPgpCertificate known, OpenPgpCertificate update) {
        throw new UnsupportedOperationException("not yet");
    }

    public Optional<OpenPgpCertificate> revoke(OpenPgpCertificate certificate, Octets revocation) {
        throw new UnsupportedOperationException("not yet");
    }

    public Octets armoredCertificates(List<OpenPgpCertificate> certificates) {
        throw new UnsupportedOperationException("not yet");
    }

    public Octets armoredSecretKey(LockedSecretKey key) {
        throw new UnsupportedOperationException("not yet");
    }
}
