package org.waxwing.crypto.cert;

import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// Whether an X.509 certificate counts for what was asked, and on whose word.
public sealed interface X509Verdict {
    /// An authority that counts confirms it.
    ///
    /// @param by the authority's organisation in its own words; a face strips what could mislead
    /// @param path what lies between it and the authority, in DER, its issuer first, without the anchor
    record Confirmed(String by, List<Octets> path) implements X509Verdict {
        public Confirmed {
            path = List.copyOf(path);
        }
    }

    /// The person accepted exactly this certificate.
    record AcceptedAsItIs() implements X509Verdict {}

    /// It doesn't count.
    ///
    /// @param objections never empty
    record Refused(List<Objection> objections) implements X509Verdict {
        public Refused {
            objections = List.copyOf(objections);
        }
    }
}
