package org.waxwing.crypto.smime;

import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/// What came of reading a SignedData.
public sealed interface SignedReading {
    /// @param content what was signed, where it is inside; empty of a detached signature
    /// @param signers one for each signature. Nobody at all signed where there is none
    /// @param certificates the ones that travelled along, judged by nobody
    record Read(HeldContent content, List<SignerFinding> signers, List<X509CertificateHolder> certificates)
            implements SignedReading {
        public Read {
            signers = List.copyOf(signers);
            certificates = List.copyOf(certificates);
        }

        @Override
        public String toString() {
            return "Read[redacted]";
        }
    }

    record Unsupported() implements SignedReading {}

    record Malformed() implements SignedReading {}

    record TooLarge() implements SignedReading {}
}
