package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Tokens;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.cert.UserId;
import picocli.CommandLine.Model.CommandSpec;

/// `token list`: the tokens of which keys are known.
public final class TokenList implements Command {
    private final Profiles profiles;

    public TokenList(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "list", "List your tokens and the certificates on them. Touches no token.")
                .profile()
                .json()
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            for (Tokens.KnownToken known : waxwing.tokens().all()) {
                if (given.flag(Options.JSON)) {
                    JsonLine.print(terminal, json -> fill(json, known.token(), known.cards()));
                    continue;
                }
                terminal.line("Token " + known.token().name());
                terminal.line("    through " + known.token().library());
                for (Card card : known.cards()) {
                    terminal.line("    " + named(card));
                }
            }
            return ExitCode.OK;
        }
    }

    /// A card in one line.
    static String named(Card card) {
        List<String> ids = card.userIds().stream().map(UserId::text).toList();
        return card.fingerprint().hex() + "  " + String.join(", ", ids);
    }

    static void fill(JsonLine json, Token token, List<Card> cards) {
        json.text("label", token.label())
                .text("serial_number", token.serialNumber())
                .text("library", token.library())
                .objects("certificates", cards, ListKeys::fill);
    }
}
