package org.waxwing.app.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;

/// Whether a sealed letter can go to one person now.
public sealed interface Readiness {
    /// @param expires when the address card ends
    /// @param confirmedBy the authority that confirms an S/MIME card, in its own words; it comes from a
    ///   stranger, so a face strips what could mislead
    record Ready(Fingerprint certificate, Standing standing, Optional<Instant> expires, Optional<String> confirmedBy)
            implements Readiness {
        /// For a card that no authority confirms.
        public Ready(Fingerprint certificate, Standing standing, Optional<Instant> expires) {
            this(certificate, standing, expires, Optional.empty());
        }
    }

    /// There is no address card for this person.
    record NoCard() implements Readiness {}

    /// There is one, but it can't be used.
    record CardUnusable(Fingerprint certificate, List<Objection> objections) implements Readiness {
        public CardUnusable {
            objections = List.copyOf(objections);
        }
    }

    /// There is a good one, but for a technology in which the sender has no key for the address in From, or
    /// that the sender ruled out for this letter.
    record OtherTechnology(Fingerprint certificate, boolean ruledOut) implements Readiness {}
}
