package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;
import org.waxwing.crypto.sop.SopResult.Failed;
import org.waxwing.crypto.sop.Verification;

/// The Stateless OpenPGP operations that check signatures.
public final class StatelessVerification {
    private final Instant now;
    private final CertificateReader reader;
    private final StatelessInputs inputs;

    public StatelessVerification(AlgorithmPolicy policy, Instant now) {
        this.now = now;
        this.reader = new CertificateReader(policy);
        this.inputs = new StatelessInputs(reader);
    }

    public SopResult<List<Verification>> detached(Octets document, Octets signatures, Verifiers verifiers) {
        List<RawPacket> packets = DetachedSignatures.packets(signatures);
        if (packets.isEmpty()) {
            return new Failed<>(SopFailure.BAD_DATA);
        }
        return valid(packets, document, verifiers)
                .then(valid -> valid.isEmpty() ? new Failed<>(SopFailure.NO_SIGNATURE) : new Done<>(valid));
    }

    /// Those of the signatures that count.
    SopResult<List<Verification>> valid(List<RawPacket> signatures, Octets document, Verifiers verifiers) {
        return inputs.certificates(verifiers.certificates())
                .then(certificates -> new Done<>(valid(signatures, document, certificates, verifiers)));
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
}
