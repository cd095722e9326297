package org.waxwing.app.cli.sop;

import java.io.IOException;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import picocli.CommandLine.Model.CommandSpec;

/// `sop list-profiles`.
public final class SopListProfiles implements Command {
    /// For the list of commands.
    public SopListProfiles() {}

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "list-profiles", "Print the profiles of a subcommand.")
                .parameters("SUBCOMMAND", "1", "generate-key or encrypt.")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        switch (given.parameters().getFirst()) {
            case "generate-key" -> terminal.line("default: version 4 key, Ed25519 to sign, X25519 to encrypt");
            case "encrypt" -> terminal.line("default: the newest that every certificate says it reads");
            default ->
                throw new CommandProblem(
                        ExitCode.UNSUPPORTED_PROFILE,
                        "This subcommand has no profiles.",
                        "generate-key and encrypt have.");
        }
        return ExitCode.OK;
    }
}
