package org.waxwing.app.cli.terminal;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/// One thing that can be asked of the program at the terminal. Adding a command is writing one of these
/// and naming it in the list of commands.
public interface Command {
    /// Its name, help, options and parameters, made afresh.
    CommandSpec spec();

    /// Does it.
    ///
    /// @throws IOException when the standard streams fail; everything else that the person can act on is a
    ///   [CommandProblem] or a code
    ExitCode run(Given given, Terminal terminal) throws IOException;
}
