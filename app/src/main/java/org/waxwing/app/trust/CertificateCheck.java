package org.waxwing.app.trust;

import java.util.List;
import org.waxwing.crypto.cert.RevocationAnswer;

/// What came of asking about one certificate.
public sealed interface CertificateCheck {
    /// No S/MIME certificate at hand has the fingerprint.
    record NoSuchCertificate() implements CertificateCheck {}

    /// It is confirmed by nobody who counts, or nobody is named who could be asked: no server was asked.
    record NobodyToAsk() implements CertificateCheck {}

    /// One part for the certificate and one for each authority on its path.
    record Asked(List<Part> parts) implements CertificateCheck {
        public Asked {
            parts = List.copyOf(parts);
        }
    }

    /// What was said of one certificate. Silence changes nothing: it counts as it did before.
    ///
    /// @param name whose it is, in its own words
    /// @param asked the lines of the ledger
    record Part(String name, RevocationAnswer answer, List<Inquiry> asked) {
        public Part {
            asked = List.copyOf(asked);
        }

        @Override
        public String toString() {
            return "Part[redacted]";
        }
    }
}
