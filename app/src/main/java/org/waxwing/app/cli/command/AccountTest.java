package org.waxwing.app.cli.command;

import java.io.IOException;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.ConnectionReport;
import org.waxwing.app.account.ConnectionReport.Connection;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.ConnectionWords;
import picocli.CommandLine.Model.CommandSpec;

/// `account test`: connects, signs in, sends nothing.
public final class AccountTest implements Command {
    private final Profiles profiles;

    public AccountTest(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "test", "Connect to the servers of an account, sign in, and send nothing.")
                .parameters("ACCOUNT", "1", "Its address or number.")
                .profile()
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        String typed = given.parameters().getFirst();
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            Account account = AccountList.find(waxwing, typed).orElseThrow(() -> notFound(typed));
            ConnectionReport report = waxwing.accounts().test(account.id());
            ExitCode code = told(terminal, "Sending", report.submission());
            if (report.incoming().isPresent()) {
                code = code.or(told(terminal, "Fetching", report.incoming().get()));
            }
            return code;
        }
    }

    private static ExitCode told(Terminal terminal, String what, Connection connection) throws IOException {
        return switch (connection) {
            case Connection.Good(String host, String tls, String certificateFor) -> {
                terminal.line(what + ": " + host + " is good (" + tls + ", certificate for " + certificateFor + ").");
                yield ExitCode.OK;
            }
            case Connection.Bad(var problem) -> {
                terminal.tell(what + ": " + ConnectionWords.sentence(problem));
                terminal.tell("Hint: " + ConnectionWords.hint(problem));
                yield ExitCode.NOT_NOW;
            }
        };
    }

    static CommandProblem notFound(String typed) {
        return new CommandProblem(
                ExitCode.NOT_FOUND, "There is no account “" + typed + "”.", "See: waxwing account list");
    }
}
