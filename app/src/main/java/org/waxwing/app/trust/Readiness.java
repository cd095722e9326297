package org.waxwing.app.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;

/// Whether a sealed letter can go to one person now.
public sealed interface Readiness {
    /// @param expires when the address card ends
    record Ready(Fingerprint certificate, Standing standing, Optional<Instant> expires) implements Readiness {}

    /// There is no address card for this person.
    record NoCard() implements Readiness {}

    /// There is one, but it can't be used.
    record CardUnusable(Fingerprint certificate, List<Objection> objections) implements Readiness {
        public CardUnusable {
            objections = List.copyOf(objections);
        }
    }
}
