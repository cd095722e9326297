package org.waxwing.keystore;

import java.time.Instant;
import org.waxwing.crypto.cert.Fingerprint;

/// One entry of the journal: who was accepted when, and on what evidence. Entries are only ever appended.
///
/// @param evidence one sentence for the person, such as "imported from a GnuPG home, ownertrust ultimate"
public record Decision(Fingerprint certificate, Acceptance acceptance, Instant at, String evidence) {
    @Override
    public String toString() {
        return "Decision[" + acceptance + "]";
    }
}
