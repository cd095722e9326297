package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Instant;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;
import org.waxwing.crypto.sop.SopResult.Failed;

/// The Stateless OpenPGP operation `encrypt`.
public final class StatelessEncryption {
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

    public SopResult<Octets> encrypt(Octets text, Recipients recipients, Keys signers, Mode mode, boolean armored) {
        if (recipients.passwords().isEmpty() && recipients.certificates().isEmpty()) {
            return new Failed<>(SopFailure.MISSING_ARG);
        }
        return inputs.certificates(recipients.certificates()).then(certificates -> {
            Intent intent = Intent.of(certificates, reader, now);
            if (!certificates.isEmpty() && !intent.problems().isEmpty()) {
                return new Failed<>(SopFailure.CERT_CANNOT_ENCRYPT);
            }
            return signing.signatures(text, signers, mode, intent.certificates())
                    .then(signed -> {
                        Octets message = writer.signedMessage(text, mode == Mode.TEXT ? 'u' : 'b', signed);
                        MessageWriter.Audience audience = new MessageWriter.Audience(
                                intent.keys(),
                                recipients.passwords(),
                                intent.version2() && recipients.passwords().isEmpty());
                        return new Done<>(Armoring.written("MESSAGE", writer.encrypt(message, audience), armored));
                    });
        });
    }
}
