package org.waxwing.crypto.cert;

/// A private key that never leaves its token, ready to be used for the length of one piece of work. Every
/// operation happens there. The engine asks; who speaks with the token is outside.
@FunctionalInterface
public interface TokenKey {
    /// Does it, or says what became of it. Never throws for what a token does.
    TokenAnswer run(TokenOperation operation);
}
