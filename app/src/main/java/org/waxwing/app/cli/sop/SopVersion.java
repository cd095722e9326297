package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.stream.Stream;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;

/// `sop version`.
public final class SopVersion extends SopCommand {
    /// The tilde says that something of the draft is missing.
    private static final String DRAFT = "~draft-dkg-openpgp-stateless-cli-15";

    /// The version of the subset for verification that is there whole.
    private static final String SOPV = "1.0";

    private final String version;

    public SopVersion(String version) {
        this.version = version;
    }

    @Override
    Shape shape() {
        return Shape.of(this, "version", "Print name and version.")
                .flag("--backend", "Print those of the library underneath.")
                .flag("--extended", "Print both, and the version of Java.")
                .flag("--sop-spec", "Print the version of the draft.")
                .flag("--sopv", "Print the version of the verification subset.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        if (Stream.of("--sop-spec", "--sopv", "--backend", "--extended")
                        .filter(given::flag)
                        .count()
                > 1) {
            throw new CommandProblem(
                    ExitCode.INCOMPATIBLE_OPTIONS, "“sop version” takes one of its options at a time.", "");
        }
        if (given.flag("--sop-spec")) {
            terminal.line(DRAFT);
            terminal.line("");
            terminal.line("Not supported: keys on hardware; update-key --revoke-deprecated-keys.");
        } else if (given.flag("--sopv")) {
            terminal.line(SOPV);
        } else if (given.flag("--backend")) {
            terminal.line(backend());
        } else if (given.flag("--extended")) {
            terminal.line(version);
            terminal.line(backend());
            terminal.line("Java " + Runtime.version().feature());
            terminal.line(DRAFT);
        } else {
            terminal.line(version);
        }
        return ExitCode.OK;
    }

    private static String backend() {
        return "Bouncy Castle"
                + ModuleLayer.boot()
                        .findModule("org.bouncycastle.provider")
                        .flatMap(module -> module.getDescriptor().rawVersion())
                        .map(number -> " " + number)
                        .orElse("");
    }
}
