package org.waxwing.app.arrival;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.account.Accounts;
import org.waxwing.app.connection.Passwords;
import org.waxwing.app.connection.Unconnectable;
import org.waxwing.app.mailbox.Letters.Folder.Kind;
import org.waxwing.app.read.FetchMail;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Fetches each account's new letters straight into the store, one letter at a time: an interruption
/// loses none that was counted.
public final class FetchIntoStore implements FetchMail {
    private final Accounts accounts;
    private final Passwords passwords;
    private final MailFetcher fetcher;
    private final Arrivals arrivals;
    private final LetterStore store;

    public FetchIntoStore(
            Accounts accounts, Passwords passwords, MailFetcher fetcher, Arrivals arrivals, LetterStore store) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.fetcher = fetcher;
        this.arrivals = arrivals;
        this.store = store;
    }

    @Override
    public List<Fetched> fetchAll() {
        return accounts.all().stream()
                .filter(account -> account.incoming().isPresent())
                .map(account -> fetch(account.id()))
                .toList();
    }

    @Override
    public Fetched fetch(AccountId id) {
        Optional<Account.Login> server = passwords.account(id).flatMap(Account::incoming);
        Optional<Passphrase> password = passwords.incomingPassword(id);
        if (server.isEmpty() || password.isEmpty()) {
            return new Fetched.SendOnly(id);
        }
        Counting drop = new Counting(id);
        try (Passphrase given = password.get()) {
            fetcher.fetch(server.get(), given, drop);
            return new Fetched.Done(id, drop.taken, drop.left);
        } catch (Unconnectable problem) {
            return new Fetched.Failed(id, problem.problem());
        }
    }

    private final class Counting implements MailDrop {
        private final AccountId account;
        private int taken;
        private int left;

        private Counting(AccountId account) {
            this.account = account;
        }

        @Override
        public long newestUid(Kind folder, long uidValidity) {
            return store.newestUid(account, folder, uidValidity);
        }

        @Override
        public void take(Kind folder, long uidValidity, long uid, boolean read, Octets message) {
            ServerPlace place = new ServerPlace(account, folder, uidValidity, uid);
            if (arrivals.take(place, message, read).isPresent()) {
                taken++;
            }
        }

        @Override
        public void leave(Kind folder, long uidValidity, long uid) {
            store.passOver(new ServerPlace(account, folder, uidValidity, uid));
            left++;
        }
    }
}
