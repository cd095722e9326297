package org.waxwing.app.cli.command;

import java.io.IOException;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import picocli.CommandLine.Model.CommandSpec;

/// `account remove`: forgets the account and its passwords.
public final class AccountRemove implements Command {
    private final Profiles profiles;

    public AccountRemove(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "remove", "Forget an account and its passwords. Letters and keys stay.")
                .parameters("ACCOUNT", "1", "Its address or number.")
                .profile()
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        String typed = given.parameters().getFirst();
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            Account account = AccountList.find(waxwing, typed).orElseThrow(() -> AccountTest.notFound(typed));
            waxwing.accounts().remove(account.id());
            terminal.line("Account " + account.id().value() + " is forgotten; its letters and keys are still here.");
            return ExitCode.OK;
        }
    }
}
