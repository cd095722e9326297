package org.waxwing.crypto.openpgp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.Sop.Decrypted;
import org.waxwing.crypto.sop.Sop.Signatures;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;
import org.waxwing.crypto.sop.SopResult.Failed;
import org.waxwing.crypto.sop.Verification;

/// The Stateless OpenPGP operations in terms of this package.
public final class StatelessOperations {
    private final SecureRandom random;
    private final AlgorithmPolicy policy;
    private final Instant now;
    private final CertificateReader reader;
    private final MessageWriter writer;

    public StatelessOperations(SecureRandom random, AlgorithmPolicy policy, Instant now) {
        this.random = random;
        this.policy = policy;
        this.now = now;
        this.reader = new CertificateReader(policy);
        this.writer = new MessageWriter(random);
    }

    public SopResult<Octets> generateKey(List<String> userIds, Optional<Passphrase> password, boolean armored) {
        Lock lock = new Lock(random, password, LockStrength.CHOSEN_BY_A_PERSON);
        LockedSecretKey key = new KeyGeneration(random, policy)
                .generate(userIds.stream().map(UserId::new).toList(), lock, now, Optional.empty())
                .key();
        return new Done<>(written("PRIVATE KEY BLOCK", key.encoded(), armored));
    }

    private static Octets written(String kind, Octets binary, boolean armored) {
        return armored ? Armor.write(kind, binary, true) : binary;
    }

    public SopResult<Octets> extractCert(Octets file, boolean armored) {
        return keys(List.of(file))
                .then(keys -> new Done<>(written(
                        "PUBLIC KEY BLOCK",
                        Octets.of(concatenated(keys.stream()
                                .map(key -> key.certificate().encoded())
                                .toList())),
                        armored)));
    }

    private static byte[] concatenated(List<Octets> parts) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        parts.forEach(part -> out.writeBytes(part.toByteArray()));
        return out.toByteArray();
    }

    public SopResult<Signatures> sign(Octets document, Keys signers, Mode mode, boolean armored) {
        if (signers.keys().isEmpty()) {
            return new Failed<>(SopFailure.MISSING_ARG);
        }
        return signatures(document, signers, mode, Optional.empty())
                .then(signed -> new Done<>(new Signatures(
                        written(
                                "SIGNATURE",
                                RawPacket.encode(signed.stream()
                                        .map(SignatureMaker.Signed::signature)
                                        .toList()),
                                armored),
                        SignatureMaker.HASH_NAME)));
    }

    private SopResult<List<SignatureMaker.Signed>> signatures(
            Octets document, Keys signers, Mode mode, Optional<Intent> intent) {
        if (mode == Mode.TEXT && !isUtf8(document)) {
            return new Failed<>(SopFailure.EXPECTED_TEXT);
        }
        int type = mode == Mode.TEXT ? PGPSignature.CANONICAL_TEXT_DOCUMENT : PGPSignature.BINARY_DOCUMENT;
        Octets covered = mode == Mode.TEXT ? Canonical.text(document) : document;
        return keys(signers.keys()).then(keys -> {
            List<SignatureMaker.Signed> made = new ArrayList<>();
            for (LockedSecretKey key : keys) {
                switch (SigningKey.of(key, reader, locked -> fitting(locked, signers.keyPasswords()), now)) {
                    case SigningKey.Search.Locked _ -> {
                        return new Failed<>(SopFailure.KEY_IS_PROTECTED);
                    }
                    case SigningKey.Search.Unusable _ -> {
                        return new Failed<>(SopFailure.KEY_CANNOT_SIGN);
                    }
                    case SigningKey.Search.Found(SigningKey signer) ->
                        made.add(new SignatureMaker(random)
                                .sign(
                                        signer,
                                        type,
                                        covered,
                                        intent.map(Intent::certificates).orElseGet(List::of),
                                        now));
                }
            }
            return new Done<>(made);
        });
    }

    private static boolean isUtf8(Octets document) {
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(document.toByteArray()))
                            .limit()
                    >= 0;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /// The one of the passwords that opens the key.
    private static Optional<Passphrase> fitting(LockedSecretKey key, List<Passphrase> passwords) {
        return SecretParts.of(key).byFingerprint().values().stream()
                .filter(part -> SecretParts.whereabouts(part) == SecretParts.Whereabouts.LOCKED)
                .findFirst()
                .flatMap(part -> passwords.stream()
                        .filter(password -> SecretParts.unlock(part, password).isPresent())
                        .findFirst())
                .map(Passphrase::copy);
    }

    public SopResult<List<Verification>> verify(Octets document, Octets signatures, Verifiers verifiers) {
        List<RawPacket> packets = DetachedSignatures.packets(signatures);
        if (packets.isEmpty()) {
            return new Failed<>(SopFailure.BAD_DATA);
        }
        return certificates(verifiers.certificates()).then(certificates -> {
            List<Verification> valid = valid(packets, document, certificates, verifiers);
            return valid.isEmpty() ? new Failed<>(SopFailure.NO_SIGNATURE) : new Done<>(valid);
        });
    }

    private List<Verification> valid(
            List<RawPacket> signatures, Octets document, List<OpenPgpCertificate> certificates, Verifiers verifiers) {
        SignatureJudge judge = new SignatureJudge(reader, CertificateSource.of(certificates), now);
        List<Verification> valid = new ArrayList<>();
        for (RawPacket packet : signatures) {
            SignatureJudge.Judgement judgement = judge.judge(packet, document);
            if (judgement.outcome() instanceof SignatureOutcome.Valid(var signer, Instant signedAt, var _)
                    && !verifiers.notBefore().filter(signedAt::isBefore).isPresent()
                    && !verifiers.notAfter().filter(signedAt::isAfter).isPresent()) {
                judgement
                        .signingKey()
                        .map(key -> new Verification(signedAt, key, signer.fingerprint(), judgement.text()))
                        .ifPresent(valid::add);
            }
        }
        return valid;
    }

    public SopResult<Octets> encrypt(Octets text, Recipients recipients, Keys signers, Mode mode, boolean armored) {
        if (recipients.passwords().isEmpty() && recipients.certificates().isEmpty()) {
            return new Failed<>(SopFailure.MISSING_ARG);
        }
        return certificates(recipients.certificates()).then(certificates -> {
            Intent intent = Intent.of(certificates, reader, now);
            if (!certificates.isEmpty() && !intent.problems().isEmpty()) {
                return new Failed<>(SopFailure.CERT_CANNOT_ENCRYPT);
            }
            return signatures(text, signers, mode, Optional.of(intent)).then(signed -> {
                Octets message = writer.signedMessage(text, mode == Mode.TEXT ? 'u' : 'b', signed);
                MessageWriter.Audience audience = new MessageWriter.Audience(
                        intent.keys(),
                        recipients.passwords(),
                        intent.version2() && recipients.passwords().isEmpty());
                return new Done<>(written("MESSAGE", writer.encrypt(message, audience), armored));
            });
        });
    }

    public SopResult<Decrypted> decrypt(
            Octets message, Keys keyInput, List<Passphrase> passwords, Verifiers verifiers) {
        Optional<List<RawPacket>> packets = MessageReader.packets(message);
        if (packets.isEmpty() || packets.get().isEmpty()) {
            return new Failed<>(SopFailure.BAD_DATA);
        }
        Optional<EncryptedMessage> encrypted = EncryptedMessage.of(packets.get());
        if (encrypted.isEmpty()) {
            return new Failed<>(SopFailure.BAD_DATA);
        }
        if (!encrypted.get().isIntegrityProtected() || !encrypted.get().isSupported()) {
            return new Failed<>(SopFailure.CANNOT_DECRYPT);
        }
        return keys(keyInput.keys()).then(keys -> {
            SessionKeys.Search search = SessionKeys.search(
                    encrypted.get(), SecretKeySource.of(keys), locked -> fitting(locked, keyInput.keyPasswords()));
            List<SessionKeyCandidate> candidates = new ArrayList<>(search.found());
            candidates.addAll(PasswordSessionKeys.search(encrypted.get(), passwords));
            if (candidates.isEmpty() && !search.locked().isEmpty()) {
                return new Failed<>(SopFailure.KEY_IS_PROTECTED);
            }
            return candidates.stream()
                    .flatMap(candidate -> MessageReader.decrypt(encrypted.get().data(), candidate).stream())
                    .findFirst()
                    .<SopResult<Decrypted>>map(inside -> inside(inside, verifiers))
                    .orElseGet(() -> new Failed<>(SopFailure.CANNOT_DECRYPT));
        });
    }

    private SopResult<Decrypted> inside(Octets inside, Verifiers verifiers) {
        return switch (MessageGrammar.read(inside, policy)) {
            case MessageGrammar.Result.Malformed _, MessageGrammar.Result.TooLarge _ ->
                new Failed<>(SopFailure.BAD_DATA);
            case MessageGrammar.Result.Message read ->
                certificates(verifiers.certificates())
                        .then(certificates -> new Done<>(new Decrypted(
                                read.text(), valid(read.signatures(), read.text(), certificates, verifiers))));
        };
    }

    public SopResult<Octets> armor(Octets data) {
        return Armoring.armor(data);
    }

    public SopResult<Octets> dearmor(Octets data) {
        return Armoring.dearmor(data);
    }

    private SopResult<List<LockedSecretKey>> keys(List<Octets> files) {
        List<LockedSecretKey> found = new ArrayList<>();
        for (Octets file : files) {
            List<Item> items = new KeyFileReader(reader).read(file).items();
            List<LockedSecretKey> keys = items.stream()
                    .flatMap(item -> item instanceof Item.SecretKeyFound secret
                            ? List.of(secret.key()).stream()
                            : List.<LockedSecretKey>of().stream())
                    .toList();
            if (keys.isEmpty()) {
                return new Failed<>(unusable(items));
            }
            found.addAll(keys);
        }
        return new Done<>(found);
    }

    private SopResult<List<OpenPgpCertificate>> certificates(List<Octets> files) {
        List<OpenPgpCertificate> found = new ArrayList<>();
        for (Octets file : files) {
            List<Item> items = new KeyFileReader(reader).read(file).items();
            List<OpenPgpCertificate> certificates = items.stream()
                    .flatMap(item -> item instanceof Item.CertificateFound holder
                            ? List.of(holder.certificate()).stream()
                            : List.<OpenPgpCertificate>of().stream())
                    .toList();
            if (certificates.isEmpty()) {
                return new Failed<>(unusable(items));
            }
            found.addAll(certificates);
        }
        return new Done<>(found);
    }

    private static SopFailure unusable(List<Item> items) {
        return items.stream()
                        .anyMatch(item ->
                                item instanceof Item.Skipped skipped && skipped.reason() == SkipReason.UNSUPPORTED)
                ? SopFailure.UNSUPPORTED_ASYMMETRIC_ALGO
                : SopFailure.BAD_DATA;
    }
}
