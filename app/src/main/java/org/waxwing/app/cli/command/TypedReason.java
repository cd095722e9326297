package org.waxwing.app.cli.command;

import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.crypto.cert.RevocationReason;

/// Reads why something is revoked.
final class TypedReason {
    static final String HELP =
            "Why: compromised or unspecified (nothing that it ever signed counts), superseded or retired (what it"
                    + " signed before stays proven). Default: unspecified.";

    private TypedReason() {}

    static RevocationReason of(Given given) {
        String typed = given.value("--reason").orElse("unspecified");
        return switch (typed) {
            case "unspecified" -> RevocationReason.UNSPECIFIED;
            case "superseded" -> RevocationReason.SUPERSEDED;
            case "compromised" -> RevocationReason.COMPROMISED;
            case "retired" -> RevocationReason.RETIRED;
            default ->
                throw new CommandProblem(
                        ExitCode.UNSUPPORTED_OPTION,
                        "“" + typed + "” is no reason that can be written down.",
                        "Write unspecified, superseded, compromised or retired.");
        };
    }
}
