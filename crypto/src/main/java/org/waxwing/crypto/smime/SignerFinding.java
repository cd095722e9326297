package org.waxwing.crypto.smime;

import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;

/// What one signature turned out to be, before anybody judges the certificate behind it.
///
/// @param certificate whose key it is checked with; nothing where it is not at hand
/// @param claimed the time that the signer states, which proves nothing
/// @param weakness the algorithm that no longer protects, in words
/// @param capabilities what the signer says its program reads
/// @param forReplies the certificate that the signer wants answers encrypted to, as it names it
public record SignerFinding(
        Mathematics mathematics,
        Optional<X509CertificateHolder> certificate,
        Optional<Instant> claimed,
        Optional<String> weakness,
        SmimeCapabilities capabilities,
        Optional<CertificateReference> forReplies) {
    /// Whether the numbers agree.
    public enum Mathematics {
        HOLDS,
        /// The text is another one.
        DIGEST_MISMATCH,
        /// The signature is of another key, or was altered, or its attributes contradict it.
        BAD,
        /// An algorithm that this program does not know.
        UNSUPPORTED,
        /// The certificate is neither in the message nor at hand.
        NO_CERTIFICATE
    }

    static SignerFinding failed(Mathematics mathematics) {
        return new SignerFinding(
                mathematics,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SmimeCapabilities.unknown(),
                Optional.empty());
    }
}
