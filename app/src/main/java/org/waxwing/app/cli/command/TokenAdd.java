package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.TokenWords;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.TokenAdding;
import org.waxwing.crypto.cert.TokenProblem;
import picocli.CommandLine.Model.CommandSpec;

/// `token add`: looks at tokens and keeps the certificates whose keys are on them.
public final class TokenAdd implements Command {
    private final Profiles profiles;

    public TokenAdd(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "add", "Take the S/MIME certificates on a smart card or USB token as yours.")
                .parameters("LIBRARY", "1", "The PKCS #11 library of the token's program, a .so file.")
                .profile()
                .pin()
                .json()
                .teaching(
                        "",
                        "Only reads the tokens that are plugged in. The private keys stay there: to sign or open a",
                        "letter the token is asked, and you for its PIN, once for each run.",
                        "The library runs with all the rights that Waxwing has, so name only one that you trust.",
                        "",
                        "  waxwing token add /usr/lib/x86_64-linux-gnu/opensc-pkcs11.so")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.openOrCreate(given, terminal)) {
            return switch (waxwing.tokens().add(Typed.path(given.parameters().getFirst()))) {
                case TokenAdding.Failed(TokenProblem why) -> throw TokenWords.problem(why);
                case TokenAdding.Looked(List<TokenAdding.Line> tokens) -> told(tokens, given, terminal);
            };
        }
    }

    private static ExitCode told(List<TokenAdding.Line> tokens, Given given, Terminal terminal) throws IOException {
        if (tokens.isEmpty()) {
            throw new CommandProblem(
                    ExitCode.NO_HARDWARE_KEY,
                    "No token is plugged in that this library knows.",
                    "Plug it in and try again.");
        }
        ExitCode code = ExitCode.OK;
        for (TokenAdding.Line line : tokens) {
            if (given.flag(Options.JSON)) {
                JsonLine.print(terminal, json -> fill(json, line));
            } else {
                show(line, terminal);
            }
            code = code.or(end(line, terminal));
        }
        return code;
    }

    private static void show(TokenAdding.Line line, Terminal terminal) throws IOException {
        terminal.line("Token " + line.token().name());
        for (Card card : line.kept()) {
            terminal.line("    " + TokenList.named(card));
        }
        if (line.withoutKey() > 0 && line.problem().isEmpty()) {
            terminal.line("    certificates without a key on it: " + line.withoutKey());
        }
        if (line.unreadable() > 0) {
            terminal.line("    certificates that can't be read: " + line.unreadable());
        }
    }

    private static ExitCode end(TokenAdding.Line line, Terminal terminal) throws IOException {
        Optional<TokenProblem> problem = line.problem();
        if (problem.isPresent()) {
            terminal.tell(TokenWords.sentence(problem.get()) + " Nothing was kept of it.");
            terminal.tell("Hint: " + TokenWords.hint(problem.get()));
            return TokenWords.end(problem.get());
        }
        if (line.kept().isEmpty()) {
            terminal.tell("No certificate with its private key is on it, so nothing was kept.");
            terminal.tell("Hint: Bring the certificate onto it with the program that came with the token.");
            return ExitCode.NOT_FOUND;
        }
        return ExitCode.OK;
    }

    private static void fill(JsonLine json, TokenAdding.Line line) {
        TokenList.fill(json, line.token(), line.kept());
        json.number("without_key", line.withoutKey())
                .number("unreadable", line.unreadable())
                .text("problem", line.problem().map(TokenWords::code));
    }
}
