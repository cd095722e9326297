package org.waxwing.crypto.cert;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// The private key that belongs to an X.509 certificate, locked with a passphrase or lying on a token.
///
/// @param chain the certificates above it, each in DER, its issuer's first and possibly without the anchor:
///   what goes along with a signature so that the reader can build the path (RFC 8551 §2.3)
/// @param place where the key is
public record SmimeSecretKey(SmimeCertificate certificate, List<Octets> chain, KeyPlace place)
        implements LockedSecretKey {
    public SmimeSecretKey {
        chain = List.copyOf(chain);
    }

    /// A key that is held here.
    ///
    /// @param encoded as in [KeyPlace.Held]
    public SmimeSecretKey(SmimeCertificate certificate, List<Octets> chain, Octets encoded) {
        this(certificate, chain, new KeyPlace.Held(encoded));
    }

    /// The token that it lies on, if it does.
    public Optional<Token> token() {
        return switch (place) {
            case KeyPlace.Held _ -> Optional.empty();
            case KeyPlace.OnToken(Token token, Octets _) -> Optional.of(token);
        };
    }

    @Override
    public String toString() {
        return "SmimeSecretKey[redacted]";
    }
}
