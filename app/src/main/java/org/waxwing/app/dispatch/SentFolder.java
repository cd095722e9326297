package org.waxwing.app.dispatch;

import org.waxwing.app.account.Account;
import org.waxwing.app.connection.Unconnectable;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// The account's folder for sent letters on its server.
public interface SentFolder {
    /// Whether the server has a letter with this Message-ID, in Sent or in INBOX.
    boolean holds(Account.Login server, Passphrase password, String messageId) throws Unconnectable;

    /// Files the letter there as read, unless it is there already.
    void file(Account.Login server, Passphrase password, String messageId, Octets message) throws Unconnectable;
}
