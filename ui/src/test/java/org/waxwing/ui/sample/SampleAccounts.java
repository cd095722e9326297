package org.waxwing.ui.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.account.Accounts;
import org.waxwing.app.account.ConnectionReport;
import org.waxwing.app.account.ConnectionReport.Connection;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;

/// Accounts in memory, with a connection test that says what the test wants.
public final class SampleAccounts implements Accounts {
    private final List<Account> all = new ArrayList<>();
    private Connection connection = new Connection.Good("smtp.ox.ac.uk", "TLSv1.3", "smtp.ox.ac.uk");

    public static SampleAccounts ofOne() {
        SampleAccounts accounts = new SampleAccounts();
        accounts.all.add(Sample.account());
        return accounts;
    }

    public void willConnect(Connection next) {
        connection = next;
    }

    @Override
    public List<Account> all() {
        return List.copyOf(all);
    }

    @Override
    public Optional<Account> withAddress(AddrSpec address) {
        return all.stream()
                .filter(account -> account.identity().address().equals(address))
                .findFirst();
    }

    @Override
    public Account add(
            Mailbox identity,
            Account.Login submission,
            Passphrase password,
            Optional<Account.Login> incoming,
            Optional<Passphrase> incomingPassword) {
        all.removeIf(account -> account.identity().address().equals(identity.address()));
        Account added = new Account(new AccountId(1), identity, submission, incoming);
        all.add(added);
        return added;
    }

    @Override
    public void remove(AccountId id) {
        all.removeIf(account -> account.id().equals(id));
    }

    @Override
    public ConnectionReport test(AccountId id) {
        return new ConnectionReport(connection, Optional.empty());
    }
}
