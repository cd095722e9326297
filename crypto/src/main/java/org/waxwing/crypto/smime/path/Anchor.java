package org.waxwing.crypto.smime.path;

import java.time.Instant;
import java.util.Optional;

/// A trust anchor: an authority whose word counts, because Mozilla vouches for it or the person added it.
///
/// @param label its name in words
/// @param distrustAfter certificates that begin later don't count
/// @param origin who says that it counts
public record Anchor(String label, PathCertificate certificate, Optional<Instant> distrustAfter, Origin origin) {
    /// Who says that an authority counts.
    public enum Origin {
        MOZILLA,
        PERSON
    }

    /// An authority of an institution, added by the person.
    public static Anchor ofPerson(PathCertificate certificate) {
        return new Anchor(
                DistinguishedNames.inWords(certificate.subject()), certificate, Optional.empty(), Origin.PERSON);
    }
}
