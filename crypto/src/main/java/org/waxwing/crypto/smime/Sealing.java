package org.waxwing.crypto.smime;

import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/// What came of encrypting.
public sealed interface Sealing {
    /// @param cipher in words for Details
    record Sealed(String cipher) implements Sealing {}

    /// The keys in these certificates receive nothing.
    record Unsuitable(List<X509CertificateHolder> certificates) implements Sealing {
        public Unsuitable {
            certificates = List.copyOf(certificates);
        }
    }
}
