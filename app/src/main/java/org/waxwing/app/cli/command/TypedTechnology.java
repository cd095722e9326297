package org.waxwing.app.cli.command;

import java.util.Optional;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.trust.Technology;

/// The options by which one technology is forced.
final class TypedTechnology {
    static final String OPENPGP = "--openpgp";
    static final String SMIME = "--smime";

    private TypedTechnology() {}

    /// Nothing where neither is given.
    static Optional<Technology> of(Given given) {
        if (given.flag(OPENPGP) && given.flag(SMIME)) {
            throw new CommandProblem(
                    ExitCode.INCOMPATIBLE_OPTIONS,
                    "A letter can't be held to OpenPGP and to S/MIME at once.",
                    "Leave out --openpgp or --smime, or both: then each recipient gets what they can read.");
        }
        if (given.flag(OPENPGP)) {
            return Optional.of(Technology.OPENPGP);
        }
        return given.flag(SMIME) ? Optional.of(Technology.SMIME) : Optional.empty();
    }
}
