package org.waxwing.crypto.smime;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;

/// The user's own certificate with its key open, for the length of one piece of work.
///
/// @param chain the certificates above it, to travel along with a signature
/// @param forReplies the certificate to encrypt answers to, where it isn't this one
public record UnlockedIdentity(
        X509CertificateHolder certificate,
        List<X509CertificateHolder> chain,
        UnlockedKey key,
        Optional<X509CertificateHolder> forReplies) {
    public UnlockedIdentity {
        chain = List.copyOf(chain);
    }

    /// One certificate for everything.
    public UnlockedIdentity(X509CertificateHolder certificate, List<X509CertificateHolder> chain, UnlockedKey key) {
        this(certificate, chain, key, Optional.empty());
    }

    @Override
    public String toString() {
        return "UnlockedIdentity[redacted]";
    }
}
