package org.waxwing.app.cli.command;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.NewPassphrase;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.SealChangeWords;
import org.waxwing.app.trust.Card;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.secret.Passphrase;
import picocli.CommandLine.Model.CommandSpec;

/// `key passphrase`: locks a seal with a passphrase of its own.
public final class KeyPassphrase implements Command {
    private static final String FILE = "--new-passphrase-file";

    private final Profiles profiles;

    public KeyPassphrase(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "passphrase", "Lock a seal with a new passphrase of its own.")
                .parameters("FINGERPRINT|ADDRESS", "1", "Which of your seals.")
                .option(FILE, "F", "A file whose first line is the new passphrase. Default: ask.")
                .profile()
                .teaching(
                        "",
                        "From then on it is asked for when the seal is used; the passphrase of the profile alone",
                        "does not open it.")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            Fingerprint seal = OwnSeal.named(waxwing, given.parameters().getFirst());
            try (Passphrase next = next(given, terminal)) {
                if (next.isEmpty()) {
                    throw new CommandProblem(
                            ExitCode.MISSING_ARGUMENT, "An empty passphrase protects nothing.", "Choose a longer one.");
                }
                Card card = SealChangeWords.changed(waxwing.seals().lockWith(seal, next));
                terminal.line(card.fingerprint().hex());
                return ExitCode.OK;
            }
        }
    }

    @MustBeClosed
    private static Passphrase next(Given given, Terminal terminal) {
        return NewPassphrase.of(given.value(FILE).map(Typed::path), terminal, "the seal", FILE);
    }
}
