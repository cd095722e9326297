package org.waxwing.app.dispatch;

import java.util.Optional;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.arrival.Arrivals;
import org.waxwing.app.arrival.ServerPlace;
import org.waxwing.app.connection.Passwords;
import org.waxwing.app.connection.Unconnectable;
import org.waxwing.app.dispatch.OutboxStore.Row;
import org.waxwing.app.mailbox.Letters.Folder.Kind;
import org.waxwing.app.send.OutboxId;
import org.waxwing.crypto.Submittable;
import org.waxwing.crypto.secret.Passphrase;

/// Files the copies of sent letters: here at once, on the server when it can be reached. The sender is
/// among those who can open a sealed letter, so the copy is the very message that was sent.
public final class SentCopies {
    private final OutboxStore store;
    private final Arrivals arrivals;
    private final Passwords passwords;
    private final SentFolder folder;

    public SentCopies(OutboxStore store, Arrivals arrivals, Passwords passwords, SentFolder folder) {
        this.store = store;
        this.arrivals = arrivals;
        this.passwords = passwords;
        this.folder = folder;
    }

    /// Files a copy on this computer, and notes that the server lacks one.
    void keep(Row row) {
        if (!row.about().sentCopy()) {
            return;
        }
        Optional<Submittable> message = store.message(row.id());
        if (message.isPresent()) {
            var _ = arrivals.take(
                    ServerPlace.here(row.account(), Kind.SENT), message.get().bytes(), true);
            store.appendPending(row.id(), incoming(row.account()).isPresent());
        }
    }

    /// Whether the server shows that an unconfirmed letter was taken. No answer is no evidence.
    boolean arrived(Row row) {
        Optional<Account.Login> server = incoming(row.account());
        Optional<Passphrase> password = passwords.incomingPassword(row.account());
        if (server.isEmpty() || password.isEmpty()) {
            return false;
        }
        try (Passphrase given = password.get()) {
            return folder.holds(server.get(), given, row.about().messageId());
        } catch (Unconnectable _) {
            return false;
        }
    }

    /// Files the copy on the server, if it lacks one. What fails is tried again another time.
    void file(OutboxId id) {
        Optional<Row> row = store.row(id).filter(Row::appendPending);
        Optional<Account.Login> server = row.flatMap(known -> incoming(known.account()));
        Optional<Passphrase> password = row.flatMap(known -> passwords.incomingPassword(known.account()));
        Optional<Submittable> message = row.flatMap(known -> store.message(known.id()));
        if (row.isEmpty() || server.isEmpty() || password.isEmpty() || message.isEmpty()) {
            return;
        }
        try (Passphrase given = password.get()) {
            folder.file(
                    server.get(),
                    given,
                    row.get().about().messageId(),
                    message.get().bytes());
            store.appendPending(id, false);
        } catch (Unconnectable _) {
            // It stays noted; the next round tries again.
        }
    }

    private Optional<Account.Login> incoming(AccountId account) {
        return passwords.account(account).flatMap(Account::incoming);
    }
}
