package org.waxwing.crypto.smime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SealingProblem;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.StatedCapabilities;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.engine.CipherUsed;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Integrity;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.engine.Unwrapping;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.SignerFinding.Mathematics;

/// Layers by CMS, in memory, with the trust that the person gave.
public final class CmsLayers implements SmimeLayers {
    private final SmimeEngine engine;
    private final KeyOpening opening;

    public CmsLayers(SecureRandom random) {
        this.engine = new SmimeEngine(random);
        this.opening = new KeyOpening(random);
    }

    @Override
    public Kind kind(Octets cms) {
        return switch (CmsKind.of(cms.stream())) {
            case SIGNED -> Kind.SIGNED;
            case ENVELOPED -> Kind.ENVELOPED;
            case AUTH_ENVELOPED -> Kind.AUTH_ENVELOPED;
            case COMPRESSED -> Kind.COMPRESSED;
            case OTHER -> Kind.OTHER;
        };
    }

    @Override
    public Production sign(Octets part, SmimeSecretKey signer, PassphraseSource passphrases, Instant now) {
        if (!signer.certificate().usability(now).canSign()) {
            return unusable(signer, signer.certificate().usability(now).objections());
        }
        return switch (opening.open(signer, passphrases)) {
            case KeyOpening.Outcome.Locked(Optional<TokenProblem> token) -> new Production.Locked(signer, token);
            case KeyOpening.Outcome.Unusable _ -> unusable(signer, List.of(new Objection.NoSuitableKey(Purpose.SIGN)));
            case KeyOpening.Outcome.Open(UnlockedIdentity identity) ->
                inMemory(() -> engine.signDetached(part.stream(), identity, now))
                        .<Production>map(made -> new Production.Made(made.encoded(), made.micalg()))
                        .orElseGet(() -> notSigned(signer, identity.key()));
        };
    }

    private static Production notSigned(SmimeSecretKey signer, UnlockedKey key) {
        Optional<TokenProblem> lost = key.token().flatMap(TokenUse::lost);
        return lost.isPresent()
                ? new Production.Locked(signer, lost)
                : unusable(signer, List.of(new Objection.NoSuitableKey(Purpose.SIGN)));
    }

    private static Production unusable(SmimeSecretKey signer, List<Objection> objections) {
        return new Production.Refused(List.of(new SealingProblem.SignerUnusable(signer.fingerprint(), objections)));
    }

    @Override
    public Production encrypt(
            Octets part, List<SmimeCertificate> recipients, StatedCapabilities capabilities, Instant now) {
        List<SealingProblem> problems = recipients.stream()
                .filter(recipient -> !recipient.usability(now).canEncrypt())
                .<SealingProblem>map(recipient -> new SealingProblem.RecipientUnusable(
                        recipient.fingerprint(), recipient.usability(now).objections()))
                .toList();
        if (!problems.isEmpty()) {
            return new Production.Refused(problems);
        }
        List<SmimeRecipient> people = recipients.stream()
                .map(recipient -> new SmimeRecipient(
                        CertificateCard.certificate(recipient).structure(),
                        new SmimeCapabilities(capabilities.of(recipient.fingerprint()))))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream(part.length() + 8192);
        return switch (inMemory(() -> engine.encrypt(part, people, out))) {
            case Sealing.Sealed _ -> new Production.Made(Octets.of(out.toByteArray()), "");
            case Sealing.Unsuitable(List<X509CertificateHolder> certificates) ->
                new Production.Refused(certificates.stream()
                        .flatMap(certificate -> CertificateCard.read(der(certificate)).stream())
                        .<SealingProblem>map(card -> new SealingProblem.RecipientUnusable(
                                card.fingerprint(), List.of(new Objection.NoSuitableKey(Purpose.ENCRYPT))))
                        .toList());
        };
    }

    @Override
    public Decryption decrypt(Octets cms, SecretKeySource keys, PassphraseSource passphrases) {
        OpenedOnDemand own = new OpenedOnDemand(keys.smimeKeys(), passphrases, opening);
        Unsealing unsealing = inMemory(() -> engine.decrypt(cms::stream, own, Holding.memory(cms.length())));
        return switch (unsealing) {
            case Unsealing.Unsealed unsealed ->
                new Decryption.Decrypted(
                        unsealed.content().octets(),
                        new CipherUsed(
                                unsealed.cipher().title() + " (S/MIME)",
                                unsealed.cipher().strength()),
                        unsealed.authenticated() ? Integrity.PROVEN : Integrity.NONE,
                        List.of());
            case Unsealing.NotForUs _ ->
                own.locked().isEmpty()
                        ? new Decryption.NoKey()
                        : new Decryption.NeedPassphrase(own.locked(), own.trouble());
            case Unsealing.NotIntact _ -> own.lost().orElseGet(Decryption.IntegrityFailed::new);
            case Unsealing.Unsupported _ -> new Decryption.Unsupported();
            case Unsealing.Malformed _ -> new Decryption.Malformed();
            case Unsealing.TooLarge _ -> new Decryption.TooLarge();
        };
    }

    @Override
    public Unwrapping open(Octets cms, CertificateSource certificates, Instant now) {
        SignedReading reading = read(certificates, atHand -> engine.openSigned(HeldContent.of(cms), atHand));
        return switch (reading) {
            case SignedReading.Read read ->
                new Unwrapping.Content(read.content().octets(), outcomes(read, certificates, now));
            case SignedReading.Unsupported _ -> new Unwrapping.Unsupported();
            case SignedReading.Malformed _ -> new Unwrapping.Malformed();
            case SignedReading.TooLarge _ -> new Unwrapping.TooLarge();
        };
    }

    @Override
    public Unwrapping decompress(Octets cms) {
        return switch (inMemory(() -> engine.decompress(cms::stream, Holding.memory()))) {
            case Decompressed.Content(HeldContent content) -> new Unwrapping.Content(content.octets(), List.of());
            case Decompressed.Unsupported _ -> new Unwrapping.Unsupported();
            case Decompressed.Malformed _ -> new Unwrapping.Malformed();
            case Decompressed.TooLarge _ -> new Unwrapping.TooLarge();
        };
    }

    @Override
    public List<SignatureOutcome> verify(Octets signed, Octets signature, CertificateSource certificates, Instant now) {
        SignedReading reading =
                read(certificates, atHand -> engine.verifyDetached(signature::stream, signed::stream, atHand));
        return switch (reading) {
            case SignedReading.Read read -> outcomes(read, certificates, now);
            case SignedReading.Unsupported _ -> invalid(new Objection.Unsupported("the signature's algorithm"));
            case SignedReading.Malformed _, SignedReading.TooLarge _ -> invalid(new Objection.BadSignature());
        };
    }

    private static List<SignatureOutcome> invalid(Objection objection) {
        return List.of(new SignatureOutcome.Invalid(List.of(objection)));
    }

    /// A structure that nobody signed proves as little as a bad signature.
    private static List<SignatureOutcome> outcomes(
            SignedReading.Read read, CertificateSource certificates, Instant now) {
        if (read.signers().isEmpty()) {
            return invalid(new Objection.BadSignature());
        }
        SignatureVerdicts verdicts = new SignatureVerdicts(certificates.trust(), now);
        return read.signers().stream()
                .map(signer -> verdicts.judge(signer, read.certificates()))
                .toList();
    }

    private interface Reading {
        SignedReading with(List<X509CertificateHolder> atHand) throws IOException;
    }

    /// The certificates at hand are looked among only where a signer sent none along.
    private static SignedReading read(CertificateSource certificates, Reading reading) {
        SignedReading first = inMemory(() -> reading.with(List.of()));
        boolean missing = first instanceof SignedReading.Read read
                && read.signers().stream().anyMatch(signer -> signer.mathematics() == Mathematics.NO_CERTIFICATE);
        if (!missing) {
            return first;
        }
        List<X509CertificateHolder> known = certificates.smimeCertificates().stream()
                .map(certificate -> CertificateCard.certificate(certificate).structure())
                .toList();
        return known.isEmpty() ? first : inMemory(() -> reading.with(known));
    }

    static Octets der(X509CertificateHolder certificate) {
        return inMemory(() -> Octets.of(certificate.getEncoded()));
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T inMemory(Work<T> work) {
        try {
            return work.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }
}
