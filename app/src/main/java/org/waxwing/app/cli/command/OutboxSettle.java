package org.waxwing.app.cli.command;

import java.io.IOException;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.send.OutboxId;
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
            OutboxId id = OutboxPages.named(waxwing.outbox(), given.parameters().getFirst());
            waxwing.outbox().settle(id);
            terminal.line("Letter " + id.value() + " counts as handed over.");
            return ExitCode.OK;
        }
    }
}
