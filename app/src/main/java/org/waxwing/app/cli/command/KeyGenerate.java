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
import org.waxwing.app.trust.Card;
import org.waxwing.crypto.mime.Mailbox;
import picocli.CommandLine.Model.CommandSpec;

/// `key generate`: makes a seal.
public final class KeyGenerate implements Command {
    private final Profiles profiles;

    public KeyGenerate(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "generate", "Make a new seal: a private key and its address card.")
                .option("--name", "NAME", "The name on it.")
                .option("--address", "ADDRESS", "The address on it.")
                .profile()
                .teaching(
                        "",
                        "Makes the profile where there is none. Prints the fingerprint. Only this computer has the",
                        "private key: keep a copy with “waxwing key export --secret”.")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        Mailbox typed = Typed.mailbox(given.required("--address"));
        String name = given.value("--name").orElse(typed.displayName());
        if (name.chars().anyMatch(c -> Character.isISOControl(c) || c == '<' || c == '>')) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_OPTION,
                    "The name holds characters that a name on a seal can't have.",
                    "Leave out angle brackets and control characters.");
        }
        try (Waxwing waxwing = profiles.openOrCreate(given, terminal)) {
            Card made = waxwing.seals().make(new Mailbox(name, typed.address()));
            terminal.line(made.fingerprint().hex());
            return ExitCode.OK;
        }
    }
}
