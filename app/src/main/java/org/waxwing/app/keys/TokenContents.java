package org.waxwing.app.keys;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.mime.Octets;

/// What was found on the tokens of one library.
public sealed interface TokenContents {
    record Read(List<OfToken> tokens) implements TokenContents {
        public Read {
            tokens = List.copyOf(tokens);
        }
    }

    /// The library could not be used at all.
    record Failed(TokenProblem why) implements TokenContents {}

    /// @param keys certificates whose private key is there too
    /// @param others certificates without one, in DER
    /// @param problem why the keys could not be seen; then there are none
    record OfToken(Token token, List<CertifiedKey> keys, List<Octets> others, Optional<TokenProblem> problem) {
        public OfToken {
            keys = List.copyOf(keys);
            others = List.copyOf(others);
        }

        @Override
        public String toString() {
            return "OfToken[redacted]";
        }
    }

    /// @param certificate in DER
    /// @param id the token's own name for the key (CKA_ID)
    record CertifiedKey(Octets certificate, Octets id) {}
}
