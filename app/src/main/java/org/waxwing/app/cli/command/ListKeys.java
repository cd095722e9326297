package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.ObjectionWords;
import org.waxwing.app.cli.words.StandingWords;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.UserId;
import picocli.CommandLine.Model.CommandSpec;

/// `keys` and `key list`: your own seals first, then the address cards of others.
public final class ListKeys implements Command {
    private final String name;
    private final Profiles profiles;

    public ListKeys(String name, Profiles profiles) {
        this.name = name;
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, name, "List your seals and the address cards of others.")
                .profile()
                .json()
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            List<Card> own = own(waxwing);
            List<Card> others = waxwing.people().cards().stream()
                    .filter(card ->
                            own.stream().noneMatch(mine -> mine.fingerprint().equals(card.fingerprint())))
                    .toList();
            for (Card card : Stream.concat(own.stream(), others.stream()).toList()) {
                if (given.flag(Options.JSON)) {
                    JsonLine.print(terminal, json -> fill(json, card));
                } else {
                    show(terminal, card);
                }
            }
            SealEndNotice.tell(terminal, waxwing.seals());
            KeyringNotice.tell(terminal, waxwing.people().health());
            return ExitCode.OK;
        }
    }

    /// One's seals, then one's S/MIME certificates: those on tokens, then those held here.
    private static List<Card> own(Waxwing waxwing) {
        Stream<Card> onTokens = waxwing.tokens().all().stream().flatMap(token -> token.cards().stream());
        Map<Fingerprint, Card> own = new LinkedHashMap<>();
        Stream.of(waxwing.seals().own().stream(), onTokens, waxwing.certificates().own().stream())
                .flatMap(cards -> cards)
                .forEach(card -> own.putIfAbsent(card.fingerprint(), card));
        return List.copyOf(own.values());
    }

    static void show(Terminal terminal, Card card) throws IOException {
        terminal.line(card.fingerprint().hex() + "  " + StandingWords.phrase(card.standing()));
        for (UserId id : card.userIds()) {
            terminal.line("    " + id.text());
        }
        if (card.token().isPresent()) {
            terminal.line("    on the token " + card.token().get().name());
        }
        String ends =
                card.expires().map(end -> ", ends " + ObjectionWords.day(end)).orElse(", never ends");
        String fit = card.usability().objections().isEmpty()
                ? ""
                : ". Limits: " + ObjectionWords.clause(card.usability().objections());
        terminal.line("    made " + ObjectionWords.day(card.created()) + ends + fit);
    }

    static void fill(JsonLine json, Card card) {
        json.text("fingerprint", card.fingerprint().hex())
                .texts("user_ids", card.userIds().stream().map(UserId::text).toList())
                .text("standing", StandingWords.code(card.standing()))
                .truth("own", card.standing() == Standing.OWN)
                .instant("created", Optional.of(card.created()))
                .instant("expires", card.expires())
                .truth("can_seal", card.usability().canEncrypt())
                .truth("can_sign", card.usability().canSign())
                .objects(
                        "keys",
                        card.keys(),
                        (inside, key) -> inside.text(
                                        "fingerprint", key.fingerprint().hex())
                                .text("algorithm", key.algorithm())
                                .truth("primary", key.primary())
                                .instant("expires", key.expires()));
        card.token().ifPresent(token -> json.text("token", token.name()));
    }
}
