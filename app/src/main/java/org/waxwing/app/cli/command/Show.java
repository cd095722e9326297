package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.letter.Reported;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Octets;
import picocli.CommandLine.Model.CommandSpec;

/// `show`: opens one letter on this computer.
public final class Show implements Command {
    private final Profiles profiles;

    public Show(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "show", "Open one letter on this computer.")
                .parameters("ID", "1", "Its number, the first column of “waxwing list”.")
                .flag("--raw", "Write its bytes as they came, sealed or not, to standard output.")
                .flag(Open.JOURNEY, Open.JOURNEY_HELP)
                .flag(Open.ASK_DKIM, Open.ASK_DKIM_HELP)
                .option(Open.LAYER, "N", Open.LAYER_HELP)
                .profile()
                .pin()
                .json()
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        if (given.flag("--raw") && given.flag(Options.JSON)) {
            throw new CommandProblem(
                    ExitCode.INCOMPATIBLE_OPTIONS, "A letter is shown either raw or as JSON.", "Leave one out.");
        }
        String typed = given.parameters().getFirst();
        LetterId id = new LetterId(Typed.number(typed));
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            if (given.flag("--raw")) {
                waxwing.read().raw(id).orElseThrow(() -> notFound(typed)).writeTo(terminal.out());
                return ExitCode.OK;
            }
            Reported letter = waxwing.read()
                    .read(id, () -> false, reading -> Reported.of(typed, reading))
                    .orElseThrow(() -> notFound(typed));
            Optional<Octets> asked = given.flag(Open.ASK_DKIM) ? waxwing.read().raw(id) : Optional.empty();
            Optional<List<DkimVerdict>> vouchers = asked.flatMap(message -> Open.vouchers(waxwing, given, message));
            return Open.show(terminal, given, Open.layer(waxwing, given, letter), vouchers);
        }
    }

    private static CommandProblem notFound(String typed) {
        return new CommandProblem(
                ExitCode.NOT_FOUND, "There is no letter " + typed + " on this computer.", "See: waxwing list");
    }
}
