package org.waxwing.crypto.engine;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.SealingProblem;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.mime.Octets;

/// What came of signing or encrypting.
public sealed interface Production {
    /// @param octets ASCII armour with CRLF line ends from OpenPGP, DER or BER from S/MIME
    /// @param hash the hash of the signature as the parameter "micalg" names it, such as "pgp-sha512" (RFC
    ///   3156 §5) or "sha-256" (RFC 8551 §3.5.3.2); empty where nothing was signed
    record Made(Octets octets, String hash) implements Production {}

    /// @param token what is wrong with the token that it lies on
    record Locked(LockedSecretKey key, Optional<TokenProblem> token) implements Production {
        public Locked(LockedSecretKey key) {
            this(key, Optional.empty());
        }
    }

    record Refused(List<SealingProblem> problems) implements Production {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
