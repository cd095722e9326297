package org.waxwing.ui.sample;

import java.util.List;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.read.FetchMail;

/// Two new letters, every time.
public final class SampleFetch implements FetchMail {
    @Override
    public List<Fetched> fetchAll() {
        return List.of(fetch(new AccountId(1)));
    }

    @Override
    public Fetched fetch(AccountId account) {
        return new Fetched.Done(account, 2, 0);
    }
}
