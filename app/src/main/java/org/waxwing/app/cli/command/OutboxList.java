package org.waxwing.app.cli.command;

import java.io.IOException;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.send.Outbox;
import picocli.CommandLine.Model.CommandSpec;

/// `outbox` and `outbox list`.
public final class OutboxList implements Command {
    private final String name;
    private final Profiles profiles;

    /// @param name "outbox" for the word alone, or "list"
    public OutboxList(String name, Profiles profiles) {
        this.name = name;
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, name, "List the letters on their way to the relay.")
                .profile()
                .json()
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            for (Outbox.Entry entry : waxwing.outbox().entries()) {
                if (given.flag(Options.JSON)) {
                    OutboxPages.print(terminal, entry);
                } else {
                    OutboxPages.show(terminal, entry);
                }
            }
            return ExitCode.OK;
        }
    }
}
