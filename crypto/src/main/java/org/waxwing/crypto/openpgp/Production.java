package org.waxwing.crypto.openpgp;

import java.util.List;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.SealingProblem;
import org.waxwing.crypto.mime.Octets;

/// What came of signing or encrypting.
public sealed interface Production {
    /// @param armored ASCII armour with CRLF line ends
    /// @param hash the hash of the signature as RFC 3156 §5 names it, such as "pgp-sha512"
    record Made(Octets armored, String hash) implements Production {}

    record Locked(LockedSecretKey key) implements Production {}

    record Refused(List<SealingProblem> problems) implements Production {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
