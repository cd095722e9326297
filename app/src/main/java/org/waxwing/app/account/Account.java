package org.waxwing.app.account;

import java.util.Optional;
import org.waxwing.crypto.mime.Mailbox;

/// One identity and the servers that carry its letters.
///
/// @param identity the From of its letters
/// @param submission the relay that takes our letters
/// @param incoming where letters are fetched; none for sending only
public record Account(AccountId id, Mailbox identity, Login submission, Optional<Login> incoming) {
    /// A server and the user name there. The password lies in the vault.
    public record Login(ServerAddress server, String userName) {
        @Override
        public String toString() {
            return "Login[" + server.host() + "]";
        }
    }

    @Override
    public String toString() {
        return "Account[" + id.value() + "]";
    }
}
