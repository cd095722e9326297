package org.waxwing.app.cli.command;

import java.io.IOException;
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
import org.waxwing.app.trust.Card;
import org.waxwing.crypto.cert.ComponentKey;
import org.waxwing.crypto.cert.Objection.Purpose;
import picocli.CommandLine.Model.CommandSpec;

/// `key show`: one seal or address card with its subkeys.
public final class KeyShow implements Command {
    private final Profiles profiles;

    public KeyShow(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "show", "Show one seal or address card with its subkeys.")
                .parameters("FINGERPRINT|ADDRESS", "1", "Which.")
                .profile()
                .json()
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            Card card = OwnSeal.orCard(waxwing, given.parameters().getFirst());
            if (given.flag(Options.JSON)) {
                JsonLine.print(terminal, json -> ListKeys.fill(json, card));
                return ExitCode.OK;
            }
            ListKeys.show(terminal, card);
            for (ComponentKey key : card.keys()) {
                terminal.line("    " + (key.primary() ? "main key " : "subkey   ")
                        + key.fingerprint().hex() + "  " + key.algorithm() + purposes(key)
                        + key.expires()
                                .map(end -> ", ends " + ObjectionWords.day(end))
                                .orElse(""));
            }
            return ExitCode.OK;
        }
    }

    private static String purposes(ComponentKey key) {
        boolean seals = key.purposes().contains(Purpose.ENCRYPT);
        boolean signs = key.purposes().contains(Purpose.SIGN);
        return seals && signs ? ", seals and signs" : seals ? ", seals" : signs ? ", signs" : "";
    }
}
