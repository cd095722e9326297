package org.waxwing.keystore;

import java.time.Instant;
import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;

/// What the authority of an X.509 certificate said when the person let it be asked.
///
/// @param asked when, to the second
/// @param revoked nothing means that it was not revoked then
public record RevocationNote(Fingerprint.X509Sha256 certificate, Instant asked, Optional<Objection.Revoked> revoked) {
    public RevocationNote {
        asked = Instant.ofEpochSecond(asked.getEpochSecond());
    }
}
