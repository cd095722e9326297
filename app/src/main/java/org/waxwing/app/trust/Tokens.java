package org.waxwing.app.trust;

import java.nio.file.Path;
import java.util.List;
import org.waxwing.crypto.cert.Token;

/// The person's smart cards and USB tokens, with their S/MIME keys.
public interface Tokens {
    /// Looks at every token of a PKCS #11 library and keeps the certificates whose private keys are there as the
    /// person's own. Asks for the PIN where a token hides its keys; changes nothing on any token.
    TokenAdding add(Path library);

    /// Those of which keys are known, whether they are plugged in or not. Touches none.
    List<KnownToken> all();

    /// Forgets a token. The certificates stay as address cards.
    void remove(Token token);

    /// A token and the certificates whose keys lie on it.
    record KnownToken(Token token, List<Card> cards) {
        public KnownToken {
            cards = List.copyOf(cards);
        }

        @Override
        public String toString() {
            return "KnownToken[redacted]";
        }
    }
}
