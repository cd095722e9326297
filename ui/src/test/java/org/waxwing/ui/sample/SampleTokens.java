package org.waxwing.ui.sample;

import java.nio.file.Path;
import java.util.List;
import org.waxwing.app.trust.TokenAdding;
import org.waxwing.app.trust.Tokens;
import org.waxwing.crypto.cert.Token;

/// No token anywhere.
final class SampleTokens implements Tokens {
    @Override
    public TokenAdding add(Path library) {
        return new TokenAdding.Looked(List.of());
    }

    @Override
    public List<KnownToken> all() {
        return List.of();
    }

    @Override
    public void remove(Token token) {
        throw new IllegalStateException("there is none");
    }
}
