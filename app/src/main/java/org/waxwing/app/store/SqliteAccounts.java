package org.waxwing.app.store;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.Account.Login;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.account.Accounts;
import org.waxwing.app.account.ConnectionReport;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.account.TlsMode;
import org.waxwing.app.connection.Passwords;
import org.waxwing.app.connection.ServerCheck;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.vault.SealedBox;

/// Accounts in SQLite, each one value sealed for its row, passwords included.
public final class SqliteAccounts implements Accounts, Passwords {
    private final Database database;
    private final SealedBox box;
    private final ServerCheck submission;
    private final ServerCheck incoming;

    /// @param submission tries a relay out
    /// @param incoming tries a server of incoming letters out
    public SqliteAccounts(Database database, SealedBox box, ServerCheck submission, ServerCheck incoming) {
        this.database = database;
        this.box = box;
        this.submission = submission;
        this.incoming = incoming;
    }

    @Override
    public List<Account> all() {
        return stored().stream().map(Stored::account).toList();
    }

    @Override
    public Optional<Account> withAddress(AddrSpec address) {
        return all().stream()
                .filter(account -> account.identity().address().equals(address))
                .findFirst();
    }

    @Override
    public Account add(
            Mailbox identity,
            Login submission,
            Passphrase password,
            Optional<Login> incoming,
            Optional<Passphrase> incomingPassword) {
        Octets mac = box.mac(Octets.ofUtf8(identity.address().canonical()));
        String sending = password.lend(String::new);
        String fetching = incomingPassword.map(given -> given.lend(String::new)).orElse(sending);
        return database.inTransaction(sql -> {
            Optional<Long> known =
                    sql.one("SELECT id FROM account WHERE address_mac = ?", row -> row.getLong("id"), mac);
            long id = known.isPresent()
                    ? known.get()
                    : sql.insert("INSERT INTO account (address_mac, sealed) VALUES (?, ?)", mac, Sealed.pending());
            Account account = new Account(new AccountId(id), identity, submission, incoming);
            Octets sealed = box.seal(written(new Stored(account, sending, fetching)), place(id));
            sql.change("UPDATE account SET sealed = ? WHERE id = ?", sealed, id);
            return account;
        });
    }

    @Override
    public void remove(AccountId id) {
        int _ = database.inTransaction(sql -> sql.change("DELETE FROM account WHERE id = ?", id.value()));
    }

    @Override
    public ConnectionReport test(AccountId id) {
        Stored account = find(id).orElseThrow(() -> new IllegalArgumentException("there is no such account"));
        return new ConnectionReport(
                check(submission, account.account().submission(), account.password()),
                account.account().incoming().map(login -> check(incoming, login, account.incomingPassword())));
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return find(id).map(Stored::account);
    }

    @Override
    public Optional<Passphrase> submissionPassword(AccountId id) {
        return find(id).map(account -> taken(account.password()));
    }

    @Override
    public Optional<Passphrase> incomingPassword(AccountId id) {
        return find(id).map(account -> taken(account.incomingPassword()));
    }

    private static ConnectionReport.Connection check(ServerCheck server, Login login, String password) {
        try (Passphrase passphrase = Passphrase.taking(password.toCharArray())) {
            return server.check(login, passphrase);
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Passphrase taken(String password) {
        return Passphrase.taking(password.toCharArray());
    }

    private Optional<Stored> find(AccountId id) {
        return stored().stream()
                .filter(account -> account.account().id().equals(id))
                .findFirst();
    }

    private List<Stored> stored() {
        return database.reading(sql -> sql.list("SELECT id, sealed FROM account ORDER BY id", row -> {
            long id = row.getLong("id");
            Octets open = box.open(Sql.bytes(row, "sealed"), place(id)).orElseThrow(() -> Sealed.damaged("account"));
            return read(id, new FieldReader(open));
        }));
    }

    private static String place(long id) {
        return "account/" + id + "/1";
    }

    private static Octets written(Stored stored) {
        Account account = stored.account();
        FieldWriter out = new FieldWriter().mailbox(account.identity());
        login(out, account.submission());
        return out.text(stored.password())
                .maybe(account.incoming(), SqliteAccounts::login)
                .text(stored.incomingPassword())
                .done();
    }

    private static Stored read(long id, FieldReader in) {
        Mailbox identity = in.mailbox();
        Login submission = login(in);
        String password = in.text();
        Optional<Login> incoming = in.maybe(SqliteAccounts::login);
        return new Stored(new Account(new AccountId(id), identity, submission, incoming), password, in.text());
    }

    private static void login(FieldWriter out, Login login) {
        ServerAddress server = login.server();
        out.text(server.host())
                .number(server.port())
                .text(server.tls().name())
                .maybe(server.anchor(), FieldWriter::bytes)
                .text(login.userName());
    }

    private static Login login(FieldReader in) {
        String host = in.text();
        int port = Math.toIntExact(in.number());
        TlsMode tls = TlsMode.valueOf(in.text());
        Optional<Octets> anchor = in.maybe(FieldReader::bytes);
        return new Login(new ServerAddress(host, port, tls, anchor), in.text());
    }

    private record Stored(Account account, String password, String incomingPassword) {
        @Override
        public String toString() {
            return "Stored[redacted]";
        }
    }
}
