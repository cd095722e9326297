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

/// `outbox discard`: takes a letter out.
public final class OutboxDiscard implements Command {
    private final Profiles profiles;

    public OutboxDiscard(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "discard", "Take a letter out of the outbox. It is not sent any more.")
                .parameters("ID", "1", "Its number.")
                .profile()
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            OutboxId id = OutboxPages.named(waxwing.outbox(), given.parameters().getFirst())
                    .id();
            waxwing.outbox().discard(id);
            terminal.line("Letter " + id.value() + " is discarded.");
            return ExitCode.OK;
        }
    }
}
