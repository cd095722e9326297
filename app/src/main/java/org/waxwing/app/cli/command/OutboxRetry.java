package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
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

/// `outbox retry`: hands over everything that waits, or one letter that the person names.
public final class OutboxRetry implements Command {
    private final Profiles profiles;

    public OutboxRetry(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "retry", "Hand over everything that waits, or the one letter.")
                .parameters("ID", "0..1", "Its number. Naming an unconfirmed letter says that it did not arrive.")
                .profile()
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            Outbox outbox = waxwing.outbox();
            List<Outbox.Entry> tried = given.parameters().isEmpty()
                    ? outbox.submitWaiting()
                    : List.of(again(outbox, given.parameters().getFirst()));
            if (tried.isEmpty()) {
                terminal.line("Nothing waits.");
            }
            return OutboxPages.report(terminal, tried);
        }
    }

    private static Outbox.Entry again(Outbox outbox, String typed) {
        Outbox.Entry entry = OutboxPages.named(outbox, typed);
        if (SubmissionWords.exit(entry.state()) == ExitCode.OK) {
            throw new CommandProblem(
                    ExitCode.FAILED,
                    "Letter " + typed + " was handed over already, so it was not sent again.",
                    "Write a new letter with “waxwing send”.");
        }
        return outbox.submit(entry.id());
    }
}
