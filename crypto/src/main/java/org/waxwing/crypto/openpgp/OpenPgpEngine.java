package org.waxwing.crypto.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.KeyChanging;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.KeyPlan;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.NewKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.cert.SealingProblem;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.stream.BrokenStreamException;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;

/// OpenPGP over bytes. Knows packets, keys and signatures; knows nothing of MIME.
public final class OpenPgpEngine implements CryptographicEngine {
    private final SecureRandom random;
    private final AlgorithmPolicy policy;
    private final CertificateReader reader;
    private final SignatureMaker signatures;
    private final MessageWriter writer;

    /// @param random for keys, session keys and salts
    /// @param policy by which everything that it reads is judged
    public OpenPgpEngine(SecureRandom random, AlgorithmPolicy policy) {
        this.random = random;
        this.policy = policy;
        this.reader = new CertificateReader(policy);
        this.signatures = new SignatureMaker(random);
        this.writer = new MessageWriter(random);
    }

    /// Signs and encrypts in one pass; armoured. Intended recipients are named in the signature.
    @Override
    public Production signAndEncrypt(
            Octets plaintext,
            OpenPgpSecretKey signer,
            List<? extends OpenPgpCertificate> recipients,
            PassphraseSource passphrases,
            Instant now) {
        Intent intent = Intent.of(recipients, reader, now);
        List<SealingProblem> problems = new ArrayList<>(intent.problems());
        SigningKey.Search search = SigningKey.of(signer, reader, passphrases, now);
        if (search instanceof SigningKey.Search.Unusable(SealingProblem problem)) {
            problems.add(problem);
        }
        if (!problems.isEmpty()) {
            return new Production.Refused(problems);
        }
        return switch (search) {
            case SigningKey.Search.Unusable(SealingProblem problem) -> new Production.Refused(List.of(problem));
            case SigningKey.Search.Locked _ -> new Production.Locked(signer);
            case SigningKey.Search.Found(SigningKey key) -> {
                SignatureMaker.Signed signed =
                        signatures.sign(key, PGPSignature.BINARY_DOCUMENT, plaintext, intent.certificates(), now);
                yield encrypted(new SignedText(plaintext, 'b', List.of(signed)), intent, signed.hashName());
            }
        };
    }

    private Production encrypted(SignedText message, Intent intent, String hashName) {
        MessageWriter.Audience audience = new MessageWriter.Audience(intent.keys(), List.of(), intent.version2());
        Optional<Octets> encrypted =
                Bcpg.attempt(() -> writer.encrypted(message, audience).message());
        return encrypted.isPresent()
                ? new Production.Made(Armor.write("MESSAGE", encrypted.get(), !intent.version2()), hashName)
                : new Production.Refused(intent.unreachable(writer));
    }

    /// A detached, armoured signature over exactly these bytes.
    @Override
    public Production sign(Octets signed, OpenPgpSecretKey signer, PassphraseSource passphrases, Instant now) {
        return switch (SigningKey.of(signer, reader, passphrases, now)) {
            case SigningKey.Search.Unusable(SealingProblem problem) -> new Production.Refused(List.of(problem));
            case SigningKey.Search.Locked _ -> new Production.Locked(signer);
            case SigningKey.Search.Found(SigningKey key) -> {
                SignatureMaker.Signed made = signatures.sign(key, PGPSignature.BINARY_DOCUMENT, signed, List.of(), now);
                yield new Production.Made(
                        Armor.write(
                                "SIGNATURE",
                                RawPacket.encode(List.of(made.signature())),
                                key.key().getVersion() == 4),
                        made.hashName());
            }
        };
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
        if (message.length() > MessageReader.MAX_ENCRYPTED) {
            return new Decryption.TooLarge();
        }
        try (InputStream in = message.stream()) {
            MessageSource source = MessageSource.of(in);
            MessageReader messages = new MessageReader(policy, SignatureJudge.ofLetters(reader, certificates, now));
            return open(source, keys, passphrases, found -> messages.open(source, found, message.length()));
        } catch (BrokenStreamException broken) {
            return broken.reason() == BrokenStreamException.Reason.TOO_LARGE
                    ? new Decryption.TooLarge()
                    : new Decryption.Malformed();
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }

    private static Decryption open(
            MessageSource source,
            SecretKeySource keys,
            PassphraseSource passphrases,
            Function<List<SessionKeyCandidate>, Decryption> opening)
            throws IOException {
        EncryptedMessage encrypted = source.message();
        if (!encrypted.isIntegrityProtected()) {
            return new Decryption.IntegrityFailed();
        }
        if (!encrypted.isSupported()) {
            return new Decryption.Unsupported();
        }
        SessionKeys.Search search = SessionKeys.search(encrypted, keys, passphrases);
        if (search.found().isEmpty() && !search.locked().isEmpty()) {
            return new Decryption.NeedPassphrase(List.copyOf(search.locked()));
        }
        if (!search.addressed()) {
            // Out of order, the key may stand behind the data: then it is no message at all.
            source.pass();
            return new Decryption.NoKey();
        }
        return opening.apply(search.found());
    }

    /// Judges every signature in a detached signature block over exactly these bytes. One outcome for
    /// each, in order.
    @Override
    public List<SignatureOutcome> verify(Octets signed, Octets signature, CertificateSource certificates, Instant now) {
        SignatureJudge judge = SignatureJudge.ofLetters(reader, certificates, now);
        return DetachedSignatures.packets(signature).stream()
                .map(packet -> judge.judge(packet, signed).outcome())
                .toList();
    }

    /// Everything in a key file, item by item.
    public KeyMaterial read(Octets file) {
        return new KeyFileReader(reader).read(file);
    }

    /// Everything in a key file. The signatures that hold by an earlier verdict aren't verified again; a
    /// verdict speaks for exactly the octets that it was given for.
    ///
    /// @param verdicts as [#verdicts] gave them, from where nobody else could change them
    public KeyMaterial read(Octets file, Octets verdicts) {
        reader.remember(verdicts);
        return read(file);
    }

    /// The verdicts on which a certificate that was read here rests, to be kept with its octets where
    /// nobody else can write.
    public Octets verdicts(OpenPgpCertificate certificate) {
        return certificate instanceof ParsedCertificate parsed ? parsed.verdicts() : Octets.empty();
    }

    /// The certificate with the revocations by its designated revokers that hold, so far as their
    /// certificates are at hand.
    public OpenPgpCertificate withRevokers(OpenPgpCertificate certificate, CertificateSource revokers) {
        return reader.parsed(certificate)
                .<OpenPgpCertificate>map(parsed -> new DesignatedRevokers(reader, revokers).consulted(parsed))
                .orElse(certificate);
    }

    /// A new v4 key, locked at the strength that suits a passphrase a person chose.
    public NewKey generate(UserId owner, Passphrase lock, Instant now, Optional<Duration> validity) {
        return generate(owner, lock, LockStrength.CHOSEN_BY_A_PERSON, now, validity);
    }

    /// A new v4 key.
    public NewKey generate(
            UserId owner, Passphrase lock, LockStrength strength, Instant now, Optional<Duration> validity) {
        return generate(KeyPlan.ordinary(owner, validity), lock, strength, now);
    }

    /// A new key.
    public NewKey generate(KeyPlan plan, Passphrase lock, LockStrength strength, Instant now) {
        return new KeyGeneration(random, policy).generate(plan, Lock.with(random, lock, strength), now);
    }

    /// The key locked with another passphrase, one that a person chose.
    public Relocking relock(OpenPgpSecretKey key, Passphrase from, Passphrase to) {
        return relock(key, from, to, LockStrength.CHOSEN_BY_A_PERSON);
    }

    /// The key locked with another passphrase.
    public Relocking relock(OpenPgpSecretKey key, Passphrase from, Passphrase to, LockStrength strength) {
        return new LockChange(random, reader).relock(key, from, to, strength);
    }

    /// The key with one change that its owner makes.
    public KeyChanging change(OpenPgpSecretKey key, KeyChange change, Optional<Passphrase> passphrase, Instant now) {
        return new KeyChanges(random, policy).change(key, change, passphrase, now);
    }

    /// One certificate with what both know: nothing that holds is lost, a revocation stays. With different
    /// primary keys an `IllegalArgumentException`.
    public OpenPgpCertificate merge(OpenPgpCertificate known, OpenPgpCertificate update) {
        return new CertificateMerge(reader).merge(known, update);
    }

    /// The certificate with a revocation certificate applied, armoured or binary; nothing where that is for
    /// another key or doesn't hold.
    public Optional<OpenPgpCertificate> revoke(OpenPgpCertificate certificate, Octets revocation) {
        return new CertificateMerge(reader).revoke(certificate, revocation);
    }

    /// The certificates in one armoured block.
    public Octets armoredCertificates(List<OpenPgpCertificate> certificates) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (OpenPgpCertificate certificate : certificates) {
            all.writeBytes(certificate.encoded().toByteArray());
        }
        return Armor.write("PUBLIC KEY BLOCK", Octets.of(all.toByteArray()), areVersion4(certificates));
    }

    private static boolean areVersion4(List<OpenPgpCertificate> certificates) {
        return certificates.stream()
                .allMatch(certificate -> certificate.fingerprint() instanceof Fingerprint.OpenPgpV4);
    }

    /// The key in one armoured block, locked as it is.
    public Octets armoredSecretKey(OpenPgpSecretKey key) {
        return Armor.write("PRIVATE KEY BLOCK", key.encoded(), areVersion4(List.of(key.certificate())));
    }
}
