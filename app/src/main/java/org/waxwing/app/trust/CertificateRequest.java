package org.waxwing.app.trust;

import java.time.Instant;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.mime.Octets;

/// A request that waits for the answer of an authority.
///
/// @param asked when it was made
/// @param pem what goes to the authority; nothing in it is secret
public record CertificateRequest(CertificateWish wish, Instant asked, Octets pem) {
    @Override
    public String toString() {
        return "CertificateRequest[redacted]";
    }
}
