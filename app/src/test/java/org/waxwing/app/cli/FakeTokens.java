package org.waxwing.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.app.trust.TokenAdding;
import org.waxwing.app.trust.Tokens;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.cert.TokenProblem;

/// One token, with a name that a stranger chose; each library has the trouble that it is named like.
final class FakeTokens implements Tokens {
    private static final Token CARD = new Token("/usr/lib/cards.so", "Anna's\033[2J card", "0461c2f1");

    @Override
    public TokenAdding add(Path library) {
        String name = library.getFileName().toString();
        if (name.equals("empty.so")) {
            return new TokenAdding.Looked(List.of());
        }
        if (name.equals("keyless.so")) {
            return new TokenAdding.Looked(List.of(new TokenAdding.Line(CARD, List.of(), 2, 0, Optional.empty())));
        }
        TokenProblem problem =
                TokenProblem.valueOf(name.replace(".so", "").replace('-', '_').toUpperCase(Locale.ROOT));
        return switch (problem) {
            case LIBRARY_MISSING, NOT_A_LIBRARY, NOT_THERE, KEY_GONE, FAILED -> new TokenAdding.Failed(problem);
            case NO_PIN, WRONG_PIN, WRONG_PIN_BEFORE, PIN_LOCKED, PIN_NOT_SET, PIN_AT_READER, CANNOT_DO ->
                new TokenAdding.Looked(List.of(new TokenAdding.Line(CARD, List.of(), 1, 0, Optional.of(problem))));
        };
    }

    @Override
    public List<KnownToken> all() {
        return List.of(new KnownToken(CARD, List.of()));
    }

    @Override
    public void remove(Token token) {
        if (!token.equals(CARD)) {
            throw new IllegalStateException("another token");
        }
    }
}
