package org.waxwing.crypto.cert;

/// What came of reaching for a key on a token.
public sealed interface TokenOpening {
    record Open(TokenKey key) implements TokenOpening {}

    record Closed(TokenProblem why) implements TokenOpening {}
}
