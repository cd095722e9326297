package org.waxwing.app.trust;

import java.util.List;
import org.waxwing.crypto.cert.SmimeCertificate;

/// What came of asking a directory for somebody's certificates.
public sealed interface DirectorySearch {
    /// What it gave for exactly this address. All of it was kept as address cards that nobody decided
    /// about.
    ///
    /// @param passedOver how much else it gave: unreadable, an authority's, or for other addresses
    record Found(List<SmimeCertificate> kept, int passedOver) implements DirectorySearch {
        public Found {
            kept = List.copyOf(kept);
        }
    }

    /// What was typed is no address of a directory.
    record NoDirectory() implements DirectorySearch {}

    /// Nothing came, and why.
    record Failed(Inquiry.Outcome outcome) implements DirectorySearch {}
}
