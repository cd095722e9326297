package org.waxwing.app.cli.sop;

import java.io.IOException;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import picocli.CommandLine.Model.CommandSpec;

/// A subcommand of `sop`, each of which takes `--debug`.
abstract class SopCommand implements Command {
    private static final String DEBUG = "--debug";

    /// What may be typed after its name, but for what all of them take.
    abstract Shape shape();

    abstract ExitCode answer(Given given, Terminal terminal) throws IOException;

    @Override
    public final CommandSpec spec() {
        return shape().flag(DEBUG, "Say on standard error by which name the draft knows a failure.")
                .spec();
    }

    @Override
    public final ExitCode run(Given given, Terminal terminal) throws IOException {
        try {
            return answer(given, terminal);
        } catch (CommandProblem problem) {
            if (given.flag(DEBUG)) {
                terminal.tell(given.command() + ": "
                        + problem.code() + ", "
                        + problem.code().number());
            }
            throw problem;
        }
    }
}
