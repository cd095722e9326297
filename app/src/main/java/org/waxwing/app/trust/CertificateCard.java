package org.waxwing.app.trust;

import java.time.Instant;
import java.util.List;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SmimeCertificate;

/// What the keyring knows of one S/MIME certificate, and on whose word it counts now.
///
/// @param standing the person's decision; [Standing#OWN] where the key is here too
public record CertificateCard(
        SmimeCertificate certificate, Kind kind, Standing standing, Instant knownSince, Backing backing) {
    /// Whose it is.
    public enum Kind {
        OWN,
        PERSON,
        AUTHORITY
    }

    /// On whose word it counts.
    public sealed interface Backing {
        /// @param authority in its own words; it comes from a stranger, so a face strips what could mislead
        record ConfirmedBy(String authority) implements Backing {}

        /// The person accepted exactly this one.
        record AcceptedAsItIs() implements Backing {}

        /// An authority that the person believes.
        record Believed() implements Backing {}

        /// An authority's that nobody decided about: it only helps to find a path.
        record HelpsOnly() implements Backing {}

        /// On nobody's.
        ///
        /// @param objections never empty
        record Refused(List<Objection> objections) implements Backing {
            public Refused {
                objections = List.copyOf(objections);
            }

            /// Whether only somebody who stands behind it is missing.
            public boolean lacksOnlyAWord() {
                return objections.stream().allMatch(Objection.NoTrustedAuthority.class::isInstance);
            }
        }
    }

    public Fingerprint.X509Sha256 fingerprint() {
        return certificate.fingerprint();
    }

    @Override
    public String toString() {
        return "CertificateCard[redacted]";
    }
}
