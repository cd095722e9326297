package org.waxwing.crypto.smime.path;

import java.util.List;
import org.waxwing.crypto.cert.Objection;

/// Whether a certificate counts.
public sealed interface PathVerdict {
    /// It counts.
    ///
    /// @param path from the certificate asked about to the one below the anchor
    record Trusted(List<PathCertificate> path, Confirmation confirmation, Revocation revocation)
            implements PathVerdict {
        public Trusted {
            path = List.copyOf(path);
        }
    }

    /// It doesn't, and why: never without a reason.
    record Untrusted(List<Objection> objections) implements PathVerdict {
        public Untrusted {
            objections = List.copyOf(objections);
            if (objections.isEmpty()) {
                throw new IllegalArgumentException("no refusal without a reason");
            }
        }
    }

    /// Why it counts.
    sealed interface Confirmation {
        /// An authority confirms it.
        ///
        /// @param by the authority's organisation, in its own words
        record ByAuthority(String by, Anchor anchor) implements Confirmation {}

        /// The person accepted exactly this certificate.
        record ByPerson() implements Confirmation {}
    }
}
