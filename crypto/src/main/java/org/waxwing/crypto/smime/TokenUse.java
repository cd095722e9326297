package org.waxwing.crypto.smime;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.waxwing.crypto.cert.TokenAnswer;
import org.waxwing.crypto.cert.TokenKey;
import org.waxwing.crypto.cert.TokenOperation;
import org.waxwing.crypto.cert.TokenProblem;

/// One piece of work with a key on a token.
final class TokenUse {
    private final TokenKey key;
    private Optional<TokenProblem> lost = Optional.empty();

    TokenUse(TokenKey key) {
        this.key = key;
    }

    /// Why the token could not go on with the work, for a reason that has nothing to do with the octets of a
    /// letter, if that happened.
    Optional<TokenProblem> lost() {
        return lost;
    }

    /// What the token made.
    ///
    /// Fails with an `InvalidKeyException` where it is lost or doesn't offer the operation, and with a
    /// [RefusedByToken] where it didn't take the octets.
    byte[] run(TokenOperation operation) throws GeneralSecurityException {
        try {
            return tried(operation);
        } catch (NoSuchAlgorithmException notOffered) {
            lost = Optional.of(TokenProblem.CANNOT_DO);
            throw new InvalidKeyException(notOffered);
        }
    }

    /// The same where there is another way: fails with a `NoSuchAlgorithmException` where the token doesn't offer
    /// the operation.
    byte[] tried(TokenOperation operation) throws GeneralSecurityException {
        return switch (key.run(operation)) {
            case TokenAnswer.Done done -> done.result().toByteArray();
            case TokenAnswer.CannotDo _ -> throw new NoSuchAlgorithmException("the token doesn't do this");
            case TokenAnswer.Refused _ -> throw new RefusedByToken();
            case TokenAnswer.Lost(TokenProblem why) -> {
                lost = Optional.of(why);
                throw new InvalidKeyException("the token is gone");
            }
        };
    }

    /// The token did not take the octets. It says nothing of why.
    static final class RefusedByToken extends GeneralSecurityException {
        private static final long serialVersionUID = 1L;

        private RefusedByToken() {
            super("the token refused");
        }
    }
}
