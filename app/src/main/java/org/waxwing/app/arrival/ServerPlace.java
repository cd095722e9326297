package org.waxwing.app.arrival;

import org.waxwing.app.account.AccountId;
import org.waxwing.app.mailbox.Letters.Folder.Kind;

/// Where a letter lies on its server (RFC 9051 §2.3.1.1).
///
/// @param uid 0 for a letter that this computer put into the folder itself
public record ServerPlace(AccountId account, Kind folder, long uidValidity, long uid) {
    /// A letter of our own that the server has not shown us yet.
    public static ServerPlace here(AccountId account, Kind folder) {
        return new ServerPlace(account, folder, 0, 0);
    }
}
