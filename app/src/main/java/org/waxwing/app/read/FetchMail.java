package org.waxwing.app.read;

import java.util.List;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.account.ConnectionProblem;

/// Fetches new letters of INBOX and Sent from the server and keeps their bytes unchanged, sealed on disk.
public interface FetchMail {
    /// Every account that can receive, one after the other.
    List<Fetched> fetchAll();

    Fetched fetch(AccountId account);

    /// What came of one account.
    sealed interface Fetched {
        AccountId account();

        /// @param tooLarge letters left on the server because of their size
        record Done(AccountId account, int newLetters, int tooLarge) implements Fetched {}

        record Failed(AccountId account, ConnectionProblem problem) implements Fetched {}

        /// This account only sends.
        record SendOnly(AccountId account) implements Fetched {}
    }
}
