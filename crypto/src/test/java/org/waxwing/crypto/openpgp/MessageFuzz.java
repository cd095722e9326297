package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopResult;

/// Any bytes can be read as a message, sealed or opened, and as a signature; nothing that nobody sealed is
/// ever decrypted.
public final class MessageFuzz {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final AlgorithmPolicy POLICY = AlgorithmPolicy.current();
    private static final OpenPgpEngine ENGINE = new OpenPgpEngine(new SecureRandom(), POLICY);
    private static final Sop SOP = Sop.with(new SecureRandom(), POLICY, NOW);
    private static final Octets SIGNED = Octets.ofUtf8("signed");

    private MessageFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Octets message = Octets.of(input);
        if (SOP.decrypt(message, Keys.none(), List.of(), Verifiers.none()) instanceof SopResult.Done<Sop.Decrypted>) {
            throw new AssertionError("decrypted without a key");
        }
        var _ = MessageGrammar.read(message, POLICY);
        for (SignatureOutcome outcome : ENGINE.verify(SIGNED, message, CertificateSource.none(), NOW)) {
            if (outcome instanceof SignatureOutcome.Valid) {
                throw new AssertionError("a signature by nobody holds");
            }
        }
    }
}
