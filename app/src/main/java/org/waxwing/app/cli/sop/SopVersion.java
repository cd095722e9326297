package org.waxwing.app.cli.sop;

import java.io.IOException;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;

/// `sop version`.
public final class SopVersion extends SopCommand {
    /// The tilde says that some subcommands of the draft are missing.
    private static final String DRAFT = "~draft-dkg-openpgp-stateless-cli-11";

    private final String version;

    public SopVersion(String version) {
        this.version = version;
    }

    @Override
    Shape shape() {
        return Shape.of(this, "version", "Print name and version.")
                .flag("--backend", "Print those of the library underneath.")
                .flag("--extended", "Print both, and the version of Java.")
                .flag("--sop-spec", "Print the version of the draft.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        if (given.flag("--sop-spec")) {
            terminal.line(DRAFT);
            terminal.line("");
            terminal.line("Not supported: change-key-password, revoke-key, inline-detach, inline-sign,");
            terminal.line("inline-verify; session keys; hardware-backed keys.");
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
