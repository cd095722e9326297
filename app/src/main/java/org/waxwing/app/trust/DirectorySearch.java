package org.waxwing.app.trust;

import java.util.List;
import java.util.Set;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.SmimeCertificate;

/// What came of asking a directory for somebody's certificates.
public sealed interface DirectorySearch {
    /// What it gave for exactly this address. All of it was kept as address cards that nobody decided
    /// about.
    ///
    /// @param inYourName which of them are for an address of the person's own, though the key is not here
    /// @param passedOver how much else it gave: unreadable, an authority's, or for other addresses
    record Found(List<SmimeCertificate> kept, Set<Fingerprint> inYourName, int passedOver) implements DirectorySearch {
        public Found {
            kept = List.copyOf(kept);
            inYourName = Set.copyOf(inYourName);
        }
    }

    /// What was typed is no address of a directory.
    record NoDirectory() implements DirectorySearch {}

    /// Nothing came, and why.
    record Failed(Inquiry.Outcome outcome) implements DirectorySearch {}
}
