package org.waxwing.app.cli;

import java.util.List;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.app.read.FetchMail;

final class FakeFetch implements FetchMail {
    @Override
    public List<Fetched> fetchAll() {
        return List.of(
                new Fetched.Done(new AccountId(1), 1, 2),
                new Fetched.SendOnly(new AccountId(2)),
                new Fetched.Failed(new AccountId(3), new ConnectionProblem.TlsNotOffered("imap.example.net")));
    }

    @Override
    public Fetched fetch(AccountId account) {
        throw new AssertionError("the command fetches all");
    }
}
