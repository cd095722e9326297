package org.waxwing.app.cli.sop;

import java.io.IOException;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.sop.EncryptionProfile;
import org.waxwing.crypto.sop.KeyGenerationProfile;

/// `sop list-profiles`.
public final class SopListProfiles extends SopCommand {
    /// For the list of commands.
    public SopListProfiles() {}

    @Override
    Shape shape() {
        return Shape.of(this, "list-profiles", "Print the profiles of a subcommand.")
                .parameters("SUBCOMMAND", "1", "generate-key or encrypt.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        switch (given.parameters().getFirst()) {
            case "generate-key" -> {
                for (KeyGenerationProfile profile : KeyGenerationProfile.values()) {
                    terminal.line(profile.line());
                }
            }
            case "encrypt" -> {
                for (EncryptionProfile profile : EncryptionProfile.values()) {
                    terminal.line(profile.line());
                }
            }
            default ->
                throw new CommandProblem(
                        ExitCode.UNSUPPORTED_PROFILE,
                        "This subcommand has no profiles.",
                        "generate-key and encrypt have.");
        }
        return ExitCode.OK;
    }
}
