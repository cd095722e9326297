package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.SessionKey;
import org.waxwing.crypto.sop.Sop.Encrypted;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Writing;
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
            return signing.signatures(text, signers, writing.mode(), intent.certificates())
                    .then(signed -> new Done<>(written(text, recipients, signed, intent, writing)));
        });
    }

    private Encrypted written(
            Octets text, Recipients recipients, List<SignatureMaker.Signed> signed, Intent intent, Writing writing) {
        Octets message = writer.signedMessage(text, writing.mode() == Mode.TEXT ? 'u' : 'b', signed);
        boolean onlyCertificates = recipients.passwords().isEmpty();
        boolean version2 = switch (writing.profile()) {
            case DEFAULT -> intent.version2() && onlyCertificates;
            case RFC4880 -> false;
            case RFC9580 -> intent.version2();
        };
        MessageWriter.Encrypted made =
                writer.encrypted(message, new MessageWriter.Audience(intent.keys(), recipients.passwords(), version2));
        return new Encrypted(
                Armoring.written("MESSAGE", made.message(), writing.armored()),
                new SessionKey(
                        made.sessionKey().getAlgorithm(),
                        Octets.of(made.sessionKey().getKey())));
    }
}
