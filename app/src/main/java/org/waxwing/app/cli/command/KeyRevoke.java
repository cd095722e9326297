package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.waxwing.app.Waxwing;
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
import org.waxwing.crypto.cert.KeyChange;
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
                .option("--reason", "REASON", TypedReason.HELP)
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
            ended(waxwing, seal, given).writeTo(terminal.out());
            terminal.tell("The seal " + seal.hex() + " has ended. Give the card on standard output to others.");
            return ExitCode.OK;
        }
    }

    /// Without a reason the certificate that was made at birth is as good as the key, and needs no
    /// passphrase.
    private static Octets ended(Waxwing waxwing, Fingerprint seal, Given given) {
        Optional<Octets> made = given.value("--reason").isPresent()
                ? Optional.empty()
                : waxwing.seals().revoke(seal);
        return made.orElseGet(() -> {
            Card card = SealChangeWords.changed(
                    waxwing.seals().change(seal, new KeyChange.Revoke(TypedReason.of(given), "")));
            return waxwing.seals().publicCard(card.fingerprint()).orElseThrow();
        });
    }
}
