package org.waxwing.keystore;

import java.time.Instant;
import org.waxwing.crypto.cert.WaitingKey;

/// A key in the vault's care that waits for its certificate.
///
/// @param asked when the request was made, to the second
public record WaitingRequest(WaitingKey key, Instant asked) {
    public WaitingRequest {
        asked = Instant.ofEpochSecond(asked.getEpochSecond());
    }
}
