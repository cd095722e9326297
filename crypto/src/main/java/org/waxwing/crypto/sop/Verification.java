package org.waxwing.crypto.sop;

import java.time.Instant;
import org.waxwing.crypto.cert.Fingerprint;

/// A signature that was found to be valid.
///
/// @param key the primary key or subkey that made it
/// @param certificate the certificate that the key belongs to
public record Verification(Instant signedAt, Fingerprint key, Fingerprint certificate, boolean text) {
    /// The line that `verify` and `decrypt --verifications-out` write, without line end.
    public String line() {
        return Instant.ofEpochSecond(signedAt.getEpochSecond()) + " " + key.hex() + " " + certificate.hex() + " mode:"
                + (text ? "text" : "binary");
    }
}
