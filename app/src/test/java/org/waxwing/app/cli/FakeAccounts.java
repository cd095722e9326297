package org.waxwing.app.cli;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.account.Accounts;
import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.app.account.ConnectionReport;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;

record FakeAccounts(World world) implements Accounts {
    @Override
    public List<Account> all() {
        return List.copyOf(world.accounts);
    }

    @Override
    public Optional<Account> withAddress(AddrSpec address) {
        return world.accounts.stream()
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
        world.done.add("password of " + password.<Integer>lend(characters -> characters.length) + " characters");
        Account account = new Account(new AccountId(world.accounts.size() + 1), identity, submission, incoming);
        world.accounts.add(account);
        return account;
    }

    @Override
    public void remove(AccountId id) {
        world.accounts.removeIf(account -> account.id().equals(id));
    }

    @Override
    public ConnectionReport test(AccountId id) {
        return new ConnectionReport(
                new ConnectionReport.Connection.Good("smtp.chem.example", "TLSv1.3", "smtp.chem.example"),
                Optional.of(new ConnectionReport.Connection.Bad(
                        new ConnectionProblem.SignInRefused("imap.chem.example", "NO try again"))));
    }
}
