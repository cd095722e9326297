package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.trust.Tokens;
import org.waxwing.crypto.cert.Token;
import picocli.CommandLine.Model.CommandSpec;

/// `token remove`: forgets a token.
public final class TokenRemove implements Command {
    private final Profiles profiles;

    public TokenRemove(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "remove", "Forget a token. Its certificates stay as address cards; it is not touched.")
                .parameters("LABEL|NUMBER", "1", "What it is called, or its serial number.")
                .profile()
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        String typed = given.parameters().getFirst();
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            List<Token> found = waxwing.tokens().all().stream()
                    .map(Tokens.KnownToken::token)
                    .filter(token -> !typed.isEmpty()
                            && (token.label().equals(typed)
                                    || token.serialNumber().equals(typed)))
                    .toList();
            if (found.isEmpty()) {
                throw new CommandProblem(
                        ExitCode.NOT_FOUND, "There is no token “" + typed + "” here.", "See: waxwing token list");
            }
            if (found.size() > 1) {
                throw new CommandProblem(
                        ExitCode.AMBIGUOUS_INPUT,
                        "There are " + found.size() + " tokens “" + typed + "”, so none was forgotten.",
                        "Give the serial number. See: waxwing token list");
            }
            waxwing.tokens().remove(found.getFirst());
            terminal.line("Token " + found.getFirst().name() + " is forgotten; its certificates stay.");
            return ExitCode.OK;
        }
    }
}
