package org.waxwing.crypto.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.stream.ArmorOutput;
import org.waxwing.crypto.openpgp.stream.BrokenStreamException;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Spool;
import org.waxwing.crypto.sop.SessionKey;
import org.waxwing.crypto.sop.Sop.Signatures;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Openers;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopInputs.Writing;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;
import org.waxwing.crypto.sop.SopResult.Failed;
import org.waxwing.crypto.sop.SopStreams.Held;
import org.waxwing.crypto.sop.SopStreams.Source;
import org.waxwing.crypto.sop.Verification;

/// The Stateless OpenPGP operations on data that passes by. Chunks, packets and verdicts are those of the
/// operations in memory; only where the text waits differs.
public final class StreamingOperations {
    private static final int READ_SIZE = 1 << 16;

    private final SecureRandom random;
    private final AlgorithmPolicy policy;
    private final Instant now;
    private final Spool spool;
    private final CertificateReader reader;
    private final StatelessInputs inputs;
    private final StatelessVerification verification;

    public StreamingOperations(SecureRandom random, AlgorithmPolicy policy, Instant now, Spool spool) {
        this.random = random;
        this.policy = policy;
        this.now = now;
        this.spool = spool;
        this.reader = new CertificateReader(policy);
        this.inputs = new StatelessInputs(reader);
        this.verification = new StatelessVerification(policy, now);
    }

    public SopResult<SessionKey> encrypt(
            Source text, OutputStream out, Recipients recipients, Keys signers, Writing writing) throws IOException {
        if (recipients.passwords().isEmpty() && recipients.certificates().isEmpty()) {
            return new Failed<>(SopFailure.MISSING_ARG);
        }
        return switch (inputs.certificates(recipients.certificates())) {
            case Failed<List<OpenPgpCertificate>>(SopFailure failure) -> new Failed<>(failure);
            case Done<List<OpenPgpCertificate>>(List<OpenPgpCertificate> certificates) -> {
                Intent intent = Intent.of(certificates, reader, now);
                Optional<List<PGPPublicKey>> keys =
                        new StatelessEncryption(random, policy, now).keys(certificates, writing.purpose());
                if ((!certificates.isEmpty() && !intent.problems().isEmpty()) || keys.isEmpty()) {
                    yield new Failed<>(SopFailure.CERT_CANNOT_ENCRYPT);
                }
                MessageWriter.Audience audience =
                        StatelessEncryption.audience(keys.get(), intent, recipients.passwords(), writing);
                yield encrypted(text, out, intent, audience, signers, writing);
            }
        };
    }

    private SopResult<SessionKey> encrypted(
            Source text,
            OutputStream out,
            Intent intent,
            MessageWriter.Audience audience,
            Keys signers,
            Writing writing)
            throws IOException {
        return switch (SigningKeys.of(signers, inputs, reader, now)) {
            case Failed<List<SigningKey>>(SopFailure failure) -> new Failed<>(failure);
            case Done<List<SigningKey>>(List<SigningKey> keys) -> {
                PassingText passing = new PassingText(begun(keys, text.length(), intent.certificates()));
                if (!writing.armored()) {
                    yield new Done<>(encrypted(text, passing, out, audience));
                }
                try (ArmorOutput armor = new ArmorOutput(out, "MESSAGE", !audience.version2(), "\n")) {
                    yield new Done<>(encrypted(text, passing, armor, audience));
                }
            }
        };
    }

    private SessionKey encrypted(Source text, PassingText passing, OutputStream out, MessageWriter.Audience audience)
            throws IOException {
        AtomicReference<PGPSessionKey> key = new AtomicReference<>();
        try (OutputStream sealing = new MessageWriter(random).encrypting(out, audience, key::set)) {
            passing.write(text, sealing);
        } catch (PGPException broken) {
            throw new IllegalStateException("OpenPGP mathematics failed on our own material", broken);
        }
        PGPSessionKey made = Objects.requireNonNull(key.get());
        return new SessionKey(made.getAlgorithm(), Octets.of(made.getKey()));
    }

    private List<SignatureMaker.Begun> begun(List<SigningKey> keys, long length, List<PGPPublicKey> intended) {
        return keys.stream()
                .map(key -> new SignatureMaker(random).begin(key, PGPSignature.BINARY_DOCUMENT, length, intended, now))
                .toList();
    }

    public SopResult<Signatures> sign(Source document, Keys signers, boolean armored) throws IOException {
        if (signers.keys().isEmpty()) {
            return new Failed<>(SopFailure.MISSING_ARG);
        }
        return switch (SigningKeys.of(signers, inputs, reader, now)) {
            case Failed<List<SigningKey>>(SopFailure failure) -> new Failed<>(failure);
            case Done<List<SigningKey>>(List<SigningKey> keys) -> {
                List<SignatureMaker.Begun> begun = begun(keys, document.length(), List.of());
                byte[] buffer = new byte[READ_SIZE];
                for (int n = document.stream().read(buffer);
                        n >= 0;
                        n = document.stream().read(buffer)) {
                    for (SignatureMaker.Begun signature : begun) {
                        signature.update(buffer, 0, n);
                    }
                }
                List<SignatureMaker.Signed> signed =
                        begun.stream().map(SignatureMaker.Begun::finish).toList();
                Octets packets = RawPacket.encode(
                        signed.stream().map(SignatureMaker.Signed::signature).toList());
                yield new Done<>(new Signatures(
                        Armoring.written("SIGNATURE", packets, armored),
                        signed.getFirst().hashName()));
            }
        };
    }

    public SopResult<List<Verification>> verify(InputStream document, Octets signatures, Verifiers verifiers)
            throws IOException {
        if (verifiers.certificates().isEmpty()) {
            return new Failed<>(SopFailure.MISSING_ARG);
        }
        List<RawPacket> packets = DetachedSignatures.packets(signatures);
        if (packets.isEmpty()) {
            return new Failed<>(SopFailure.BAD_DATA);
        }
        Document passed = Document.passing(document, packets);
        return verification
                .valid(packets, passed, verifiers)
                .then(valid -> valid.isEmpty() ? new Failed<>(SopFailure.NO_SIGNATURE) : new Done<>(valid));
    }

    public SopResult<Held> decrypt(InputStream message, Openers openers, Verifiers verifiers) throws IOException {
        try {
            MessageSource source = MessageSource.of(message);
            EncryptedMessage encrypted = source.message();
            if (!encrypted.isIntegrityProtected() || !encrypted.isSupported()) {
                return new Failed<>(SopFailure.CANNOT_DECRYPT);
            }
            SopResult<List<SessionKeyCandidate>> candidates = inputs.keys(
                            openers.keys().keys())
                    .then(keys -> StatelessDecryption.candidates(encrypted, openers, keys));
            return switch (candidates) {
                case Failed<List<SessionKeyCandidate>>(SopFailure failure) -> new Failed<>(failure);
                case Done<List<SessionKeyCandidate>>(List<SessionKeyCandidate> found) ->
                    found.isEmpty() ? new Failed<>(SopFailure.CANNOT_DECRYPT) : read(source, found, verifiers);
            };
        } catch (BrokenStreamException broken) {
            return failed(broken);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private SopResult<Held> read(MessageSource source, List<SessionKeyCandidate> candidates, Verifiers verifiers)
            throws IOException {
        HeldText text = HeldText.in(spool, random);
        SopResult<Held> result = new Failed<>(SopFailure.UNSPECIFIED_FAILURE);
        try {
            result = switch (source.read(candidates, policy, text)) {
                case MessageSource.Reading.NotIntact _ -> new Failed<>(SopFailure.CANNOT_DECRYPT);
                case MessageSource.Reading.Malformed _, MessageSource.Reading.TooLarge _ ->
                    new Failed<>(SopFailure.BAD_DATA);
                case MessageSource.Reading.Read read ->
                    verification
                            .valid(read.signatures(), read.text(), verifiers)
                            .then(valid -> new Done<>(new HeldResult(
                                    text,
                                    valid,
                                    StatelessDecryption.sessionKey(
                                            source.message().data(), read.key()))));
            };
            return result;
        } finally {
            if (result instanceof Failed<Held>) {
                text.discard();
            }
        }
    }

    private static <T> SopResult<T> failed(BrokenStreamException broken) throws IOException {
        return switch (broken.reason()) {
            case MALFORMED, TOO_LARGE -> new Failed<>(SopFailure.BAD_DATA);
            case UNREADABLE -> throw broken;
        };
    }

    /// Text in its place.
    private record HeldResult(HeldText text, List<Verification> verifications, SessionKey sessionKey) implements Held {
        HeldResult {
            verifications = List.copyOf(verifications);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (InputStream in = text.read()) {
                long _ = in.transferTo(out);
            }
        }

        @Override
        public void close() throws IOException {
            text.discard();
        }

        @Override
        public String toString() {
            return "HeldResult[redacted]";
        }
    }
}
