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
import org.waxwing.app.send.FileSealing;
import org.waxwing.crypto.mime.Octets;
import picocli.CommandLine.Model.CommandSpec;

/// `seal`: a letter in, the sealed letter out. No network.
public final class Seal implements Command {
    private final Profiles profiles;

    public Seal(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "seal", "Seal the letter on standard input to standard output. Asks no network.")
                .option("--from", "ADDRESS", "Whose seal signs it. Default: the letter's own From.")
                .flag(TypedTechnology.OPENPGP, "By OpenPGP only.")
                .flag(TypedTechnology.SMIME, "By S/MIME only.")
                .profile()
                .pin()
                .teaching(
                        "",
                        "Seals for everyone in the letter's To and Cc and for its sender. Bcc is left out.",
                        "",
                        "  waxwing seal < letter.eml > sealed.eml")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        var sender = given.value("--from").map(Typed::address);
        var only = TypedTechnology.of(given);
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            Octets letter = InputFile.standardInput(terminal.in());
            switch (waxwing.sealFile().seal(letter, sender, only)) {
                case FileSealing.Sealed(var message) -> message.bytes().writeTo(terminal.out());
                case FileSealing.NotReady(var recipients) -> throw Refusals.notReady(recipients);
                case FileSealing.TwoTechnologies(var recipients) -> throw Refusals.twoTechnologies(recipients);
                case FileSealing.Locked(var own, var token) -> throw Refusals.locked(own, token);
                case FileSealing.NoSeal(var address) -> throw Refusals.noSeal(Optional.of(address), only);
                case FileSealing.SealUnusable(var own, var objections) -> throw Refusals.sealUnusable(own, objections);
                case FileSealing.NoSender() ->
                    throw new CommandProblem(
                            ExitCode.BAD_DATA,
                            "The letter's From does not name exactly one address.",
                            "Correct it, or say whose seal signs it with --from ADDRESS.");
                case FileSealing.NoRecipients() -> throw Refusals.noRecipients("Name them in the letter's To or Cc.");
                case FileSealing.LetterUnusable(String why) -> throw Refusals.letterUnusable(why);
            }
            return ExitCode.OK;
        }
    }
}
