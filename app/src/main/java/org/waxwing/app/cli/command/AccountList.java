package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import picocli.CommandLine.Model.CommandSpec;

/// `account list`.
public final class AccountList implements Command {
    private final Profiles profiles;

    public AccountList(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "list", "List the accounts.").profile().json().spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            for (Account account : waxwing.accounts().all()) {
                if (given.flag(Options.JSON)) {
                    JsonLine.print(terminal, json -> fill(json, account));
                } else {
                    terminal.line(account.id().value() + "  " + line(account));
                }
            }
            return ExitCode.OK;
        }
    }

    static String line(Account account) {
        String incoming = account.incoming()
                .map(login -> ", fetches from " + where(login.server()))
                .orElse(", only sends");
        return Shown.mailbox(account.identity())
                + ", sends through "
                + where(account.submission().server())
                + incoming;
    }

    private static void fill(JsonLine json, Account account) {
        json.number("id", account.id().value())
                .text("name", account.identity().displayName())
                .text("address", account.identity().address().text())
                .text("user", account.submission().userName())
                .text("smtp", where(account.submission().server()))
                .text("smtp_tls", tls(account.submission().server()))
                .text("imap", account.incoming().map(login -> where(login.server())))
                .text("imap_tls", account.incoming().map(login -> tls(login.server())))
                .text("imap_user", account.incoming().map(Account.Login::userName));
    }

    private static String where(ServerAddress server) {
        String host = server.host().contains(":") ? "[" + server.host() + "]" : server.host();
        return host + ":" + server.port();
    }

    private static String tls(ServerAddress server) {
        return switch (server.tls()) {
            case IMPLICIT -> "implicit";
            case STARTTLS_REQUIRED -> "starttls";
        };
    }

    /// The account that an address or a number names.
    static Optional<Account> find(Waxwing waxwing, String typed) {
        return waxwing.accounts().all().stream()
                .filter(account -> Long.toString(account.id().value()).equals(typed)
                        || account.identity().address().canonical().equalsIgnoreCase(typed)
                        || account.identity().address().text().equalsIgnoreCase(typed))
                .findFirst();
    }
}
