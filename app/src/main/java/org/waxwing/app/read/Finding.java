package org.waxwing.app.read;

import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.AddrSpec;

/// What this computer remembers that a letter itself doesn't tell. It changes no verdict.
public sealed interface Finding {
    /// A letter that it answers, or that bore its identifier, was sealed, and this one is not.
    record ThreadWasSealed() implements Finding {}

    /// It brings a certificate for one of the reader's own addresses, and nobody here has its key.
    ///
    /// @param address the reader's own
    /// @param fingerprint the evidence, of the certificate
    record CertificateInYourName(AddrSpec address, Fingerprint fingerprint) implements Finding {
        @Override
        public String toString() {
            return "CertificateInYourName[redacted]";
        }
    }
}
