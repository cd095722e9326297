package org.waxwing.app.connection;

import java.util.Optional;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.AccountId;
import org.waxwing.crypto.secret.Passphrase;

/// What is needed to sign in for an account. Passphrases are closed by the caller.
public interface Passwords {
    Optional<Account> account(AccountId id);

    Optional<Passphrase> submissionPassword(AccountId id);

    Optional<Passphrase> incomingPassword(AccountId id);
}
