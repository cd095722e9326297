package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.SessionKey;
import org.waxwing.crypto.sop.Sop.Encrypted;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.KeyPurpose;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Writing;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;
import org.waxwing.crypto.sop.SopResult.Failed;

/// The Stateless OpenPGP operation `encrypt`.
public final class StatelessEncryption {
    /// Key flags (RFC 9580 §5.2.3.29).
    private static final int COMMUNICATIONS = 0x04;

    private static final int STORAGE = 0x08;

    private final Instant now;
    private final CertificateReader reader;
    private final StatelessInputs inputs;
    private final StatelessSigning signing;
    private final MessageWriter writer;

    public StatelessEncryption(SecureRandom random, AlgorithmPolicy policy, Instant now) {
        this.now = now;
        this.reader = new CertificateReader(policy);
        this.inputs = new StatelessInputs(reader);
        this.signing = new StatelessSigning(random, policy, now);
        this.writer = new MessageWriter(random);
    }

    public SopResult<Encrypted> encrypt(Octets text, Recipients recipients, Keys signers, Writing writing) {
        if (recipients.passwords().isEmpty() && recipients.certificates().isEmpty()) {
            return new Failed<>(SopFailure.MISSING_ARG);
        }
        if (writing.mode() == Mode.TEXT && !StatelessSigning.isUtf8(text)) {
            return new Failed<>(SopFailure.EXPECTED_TEXT);
        }
        return inputs.certificates(recipients.certificates()).then(certificates -> {
            Intent intent = Intent.of(certificates, reader, now);
            if (!certificates.isEmpty() && !intent.problems().isEmpty()) {
                return new Failed<>(SopFailure.CERT_CANNOT_ENCRYPT);
            }
            Optional<List<PGPPublicKey>> keys = keys(certificates, writing.purpose());
            if (keys.isEmpty()) {
                return new Failed<>(SopFailure.CERT_CANNOT_ENCRYPT);
            }
            return signing.signatures(text, signers, writing.mode(), intent.certificates())
                    .then(signed -> Bcpg.attempt(() -> written(text, recipients, keys.get(), signed, intent, writing))
                            .<SopResult<Encrypted>>map(Done::new)
                            .orElseGet(() -> new Failed<>(SopFailure.CERT_CANNOT_ENCRYPT)));
        });
    }

    /// The keys that were made for the purpose; nothing where a certificate has none.
    Optional<List<PGPPublicKey>> keys(List<OpenPgpCertificate> certificates, KeyPurpose purpose) {
        List<PGPPublicKey> found = new ArrayList<>();
        for (OpenPgpCertificate certificate : certificates) {
            List<PGPPublicKey> fitting = reader.parsed(certificate).stream()
                    .flatMap(parsed -> parsed.stateAt(now).keysFor(Purpose.ENCRYPT).stream())
                    .filter(key -> isFor(key, purpose))
                    .map(KeyComponent::key)
                    .toList();
            if (fitting.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(fitting);
        }
        return Optional.of(found);
    }

    /// By the newest word of its owner; where that says nothing it is for everything.
    private static boolean isFor(KeyComponent key, KeyPurpose purpose) {
        int flag = switch (purpose) {
            case ANY -> SelfSignature.ENCRYPT;
            case COMMUNICATIONS -> COMMUNICATIONS;
            case STORAGE -> STORAGE;
        };
        return key.signatures().stream()
                .filter(signature -> !signature.isRevocation())
                .max(Comparator.comparing(SelfSignature::created))
                .map(SelfSignature::keyFlags)
                .filter(OptionalInt::isPresent)
                .map(flags -> (flags.getAsInt() & flag) != 0)
                .orElse(true);
    }

    private Encrypted written(
            Octets text,
            Recipients recipients,
            List<PGPPublicKey> keys,
            List<SignatureMaker.Signed> signed,
            Intent intent,
            Writing writing) {
        SignedText message = new SignedText(text, writing.mode() == Mode.TEXT ? 'u' : 'b', signed);
        MessageWriter.Encrypted made =
                writer.encrypted(message, audience(keys, intent, recipients.passwords(), writing));
        return new Encrypted(
                Armoring.written("MESSAGE", made.message(), writing.armored()),
                new SessionKey(
                        made.sessionKey().getAlgorithm(),
                        Octets.of(made.sessionKey().getKey())));
    }

    static MessageWriter.Audience audience(
            List<PGPPublicKey> keys, Intent intent, List<Passphrase> passwords, Writing writing) {
        boolean version2 = switch (writing.profile()) {
            case DEFAULT -> intent.version2() && passwords.isEmpty();
            case RFC4880 -> false;
            case RFC9580 -> intent.version2();
        };
        return new MessageWriter.Audience(keys, passwords, version2);
    }
}
