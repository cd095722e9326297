package org.waxwing.app.arrival;

import org.waxwing.app.account.Account;
import org.waxwing.app.connection.Unconnectable;
import org.waxwing.crypto.secret.Passphrase;

/// Fetches new letters from a server, oldest first, and changes nothing there.
public interface MailFetcher {
    /// Fails with an [Unconnectable]; what the drop took until then stays.
    void fetch(Account.Login server, Passphrase password, MailDrop drop) throws Unconnectable;
}
