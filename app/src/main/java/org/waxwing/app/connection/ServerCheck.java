package org.waxwing.app.connection;

import org.waxwing.app.account.Account;
import org.waxwing.app.account.ConnectionReport.Connection;
import org.waxwing.crypto.secret.Passphrase;

/// Tries a server out: connects, signs in, leaves.
public interface ServerCheck {
    Connection check(Account.Login login, Passphrase password);
}
