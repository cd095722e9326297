package org.waxwing.app.cli.command;

import java.io.IOException;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.Octets;
import picocli.CommandLine.Model.CommandSpec;

/// `key revoke`: ends a seal for good.
public final class KeyRevoke implements Command {
    private final Profiles profiles;

    public KeyRevoke(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "revoke", "End one of your seals for good.")
                .parameters("FINGERPRINT|ADDRESS", "1", "Which of your seals.")
                .flag("--yes", "Really: this can't be undone.")
                .profile()
                .teaching(
                        "",
                        "Writes the address card that says so to standard output: give it to everyone who has the",
                        "old one. Old letters stay readable.")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        if (!given.flag("--yes")) {
            throw new CommandProblem(
                    ExitCode.MISSING_ARGUMENT,
                    "Ending a seal can't be undone, so nothing was done yet.",
                    "Repeat the command with --yes.");
        }
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            Fingerprint seal = OwnSeal.named(waxwing, given.parameters().getFirst());
            Octets card = waxwing.seals()
                    .revoke(seal)
                    .orElseThrow(() -> new CommandProblem(
                            ExitCode.LOCKED,
                            "There is no revocation certificate for this seal, and its key could not be unlocked.",
                            "Give the passphrase that the key keeps."));
            card.writeTo(terminal.out());
            terminal.tell("The seal " + seal.hex() + " has ended. Give the card on standard output to others.");
            return ExitCode.OK;
        }
    }
}
