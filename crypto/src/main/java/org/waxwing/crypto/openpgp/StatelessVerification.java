package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.Sop.Detached;
import org.waxwing.crypto.sop.Sop.Verified;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;
import org.waxwing.crypto.sop.SopResult.Failed;
import org.waxwing.crypto.sop.Verification;

/// The Stateless OpenPGP operations that check signatures.
public final class StatelessVerification {
    private final AlgorithmPolicy policy;
    private final Instant now;
    private final CertificateReader reader;
    private final StatelessInputs inputs;

    public StatelessVerification(AlgorithmPolicy policy, Instant now) {
        this.policy = policy;
        this.now = now;
        this.reader = new CertificateReader(policy);
        this.inputs = new StatelessInputs(reader);
    }

    public SopResult<List<Verification>> detached(Octets document, Octets signatures, Verifiers verifiers) {
        if (verifiers.certificates().isEmpty()) {
            return new Failed<>(SopFailure.MISSING_ARG);
        }
        List<RawPacket> packets = DetachedSignatures.packets(signatures);
        if (packets.isEmpty()) {
            return new Failed<>(SopFailure.BAD_DATA);
        }
        return valid(packets, document, verifiers)
                .then(valid -> valid.isEmpty() ? new Failed<>(SopFailure.NO_SIGNATURE) : new Done<>(valid));
    }

    public SopResult<Verified> inline(Octets message, Verifiers verifiers) {
        if (verifiers.certificates().isEmpty()) {
            return new Failed<>(SopFailure.MISSING_ARG);
        }
        return signed(message)
                .then(signed -> valid(signed.signatures(), signed.text(), verifiers)
                        .then(valid -> valid.isEmpty()
                                ? new Failed<>(SopFailure.NO_SIGNATURE)
                                : new Done<>(new Verified(signed.text(), valid))));
    }

    public SopResult<Detached> detach(Octets message, boolean armored) {
        return signed(message)
                .then(signed -> signed.signatures().isEmpty()
                        ? new Failed<>(SopFailure.BAD_DATA)
                        : new Done<>(new Detached(
                                signed.text(),
                                Armoring.written("SIGNATURE", RawPacket.encode(signed.signatures()), armored))));
    }

    /// A text with the signatures that came with it.
    private record Signed(Octets text, List<RawPacket> signatures) {}

    private SopResult<Signed> signed(Octets message) {
        if (CleartextMessage.isClaimedBy(message)) {
            return CleartextMessage.read(message)
                    .<SopResult<Signed>>map(read -> new Done<>(new Signed(read.text(), read.signatures())))
                    .orElseGet(() -> new Failed<>(SopFailure.BAD_DATA));
        }
        Optional<List<RawPacket>> packets = MessageReader.packets(message);
        return packets.isPresent()
                        && MessageGrammar.read(RawPacket.encode(packets.get()), policy)
                                instanceof MessageGrammar.Result.Message read
                ? new Done<>(new Signed(read.text(), read.signatures()))
                : new Failed<>(SopFailure.BAD_DATA);
    }

    /// Those of the signatures that count.
    SopResult<List<Verification>> valid(List<RawPacket> signatures, Octets document, Verifiers verifiers) {
        return valid(signatures, Document.of(document), verifiers);
    }

    SopResult<List<Verification>> valid(List<RawPacket> signatures, Document document, Verifiers verifiers) {
        return inputs.certificates(verifiers.certificates())
                .then(certificates -> new Done<>(valid(signatures, document, certificates, verifiers)));
    }

    private List<Verification> valid(
            List<RawPacket> signatures, Document document, List<OpenPgpCertificate> certificates, Verifiers verifiers) {
        SignatureJudge judge = SignatureJudge.ofFiles(reader, CertificateSource.of(certificates), now);
        List<Verification> valid = new ArrayList<>();
        for (RawPacket packet : signatures) {
            SignatureJudge.Judgement judgement = judge.judge(packet, document);
            if (judgement.outcome() instanceof SignatureOutcome.Valid found
                    && !verifiers.notBefore().filter(found.signedAt()::isBefore).isPresent()
                    && !verifiers.notAfter().filter(found.signedAt()::isAfter).isPresent()) {
                judgement
                        .signingKey()
                        .map(key -> new Verification(
                                found.signedAt(), key, found.signer().fingerprint(), judgement.text()))
                        .ifPresent(valid::add);
            }
        }
        return valid;
    }
}
