package org.waxwing.app.cli.command;

import java.io.IOException;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.SubmissionWords;
import org.waxwing.app.send.Outbox;
import picocli.CommandLine.Model.CommandSpec;

/// `outbox settle`: the person knows that an unconfirmed letter arrived.
public final class OutboxSettle implements Command {
    private final Profiles profiles;

    public OutboxSettle(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "settle", "Say that an unconfirmed letter arrived.")
                .parameters("ID", "1", "Its number.")
                .profile()
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            Outbox.Entry entry =
                    OutboxPages.named(waxwing.outbox(), given.parameters().getFirst());
            if (SubmissionWords.exit(entry.state()) != ExitCode.UNCONFIRMED) {
                throw new CommandProblem(
                        ExitCode.FAILED,
                        "It is known what became of letter " + entry.id().value() + ", so there is nothing to settle.",
                        "See: waxwing outbox");
            }
            waxwing.outbox().settle(entry.id());
            terminal.line("Letter " + entry.id().value() + " counts as handed over.");
            return ExitCode.OK;
        }
    }
}
