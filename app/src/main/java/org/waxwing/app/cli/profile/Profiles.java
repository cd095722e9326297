package org.waxwing.app.cli.profile;

import com.google.errorprone.annotations.MustBeClosed;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.waxwing.app.ProfileOpening;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.SecretFile;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.crypto.secret.Passphrase;

/// Opens the profile that the options name, with the passphrase that the options or the person give.
public final class Profiles {
    private static final int TRIES = 3;

    private final Function<Optional<Path>, ProfileDoor> doors;

    public Profiles(Function<Optional<Path>, ProfileDoor> doors) {
        this.doors = doors;
    }

    /// Opens the profile; a [CommandProblem] where there is none or the passphrase doesn't fit.
    public Waxwing open(Given given, Terminal terminal) {
        return open(given.value(Options.PROFILE), given, terminal);
    }

    /// The same for a profile that the options name in another way.
    public Waxwing open(Optional<String> folder, Given given, Terminal terminal) {
        ProfileDoor door = door(folder);
        if (!door.exists()) {
            throw missing();
        }
        return opened(door, given, terminal);
    }

    /// Opens the profile, or makes it where there is none.
    public Waxwing openOrCreate(Given given, Terminal terminal) {
        ProfileDoor door = door(given.value(Options.PROFILE));
        if (door.exists()) {
            return opened(door, given, terminal);
        }
        try (Passphrase passphrase = newPassphrase(given, terminal)) {
            if (passphrase.isEmpty()) {
                throw new CommandProblem(
                        ExitCode.MISSING_ARGUMENT, "An empty passphrase protects nothing.", "Choose a longer one.");
            }
            return settled(door.create(passphrase, KeyPassphrasePrompt.of(given, terminal)));
        }
    }

    private ProfileDoor door(Optional<String> folder) {
        try {
            return doors.apply(folder.map(Path::of));
        } catch (InvalidPathException impossible) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_OPTION, "The folder given for the profile can't be one.", "Check its name.");
        }
    }

    private static Waxwing opened(ProfileDoor door, Given given, Terminal terminal) {
        PassphrasePrompt prompt = KeyPassphrasePrompt.of(given, terminal);
        Optional<String> file = given.value(Options.PASSPHRASE_FILE);
        if (file.isPresent()) {
            try (Passphrase passphrase = SecretFile.read(Path.of(file.get()))) {
                return settled(door.open(passphrase, prompt));
            }
        }
        for (int tries = 1; ; tries++) {
            String question = tries == 1 ? "Passphrase:" : "That passphrase does not fit. Passphrase:";
            try (Passphrase passphrase = asked(terminal, question)) {
                ProfileOpening opening = door.open(passphrase, prompt);
                boolean again = opening instanceof ProfileOpening.WrongPassphrase && tries < TRIES;
                if (!again) {
                    return settled(opening);
                }
            }
        }
    }

    private static Waxwing settled(ProfileOpening opening) {
        return switch (opening) {
            case ProfileOpening.Open(Waxwing waxwing) -> waxwing;
            case ProfileOpening.WrongPassphrase() ->
                throw new CommandProblem(
                        ExitCode.LOCKED, "The passphrase does not fit this profile.", "Check --passphrase-file.");
            case ProfileOpening.Missing() -> throw missing();
            case ProfileOpening.AlreadyThere() ->
                throw new CommandProblem(
                        ExitCode.NOT_SET_UP, "There is a profile in this folder already.", "Try the command again.");
            case ProfileOpening.Damaged(String why) ->
                throw new CommandProblem(ExitCode.NOT_SET_UP, why, "Restore the folder from a backup.");
        };
    }

    @MustBeClosed
    private static Passphrase newPassphrase(Given given, Terminal terminal) {
        return NewPassphrase.of(
                given.value(Options.PASSPHRASE_FILE).map(Path::of),
                terminal,
                "the new profile",
                Options.PASSPHRASE_FILE);
    }

    @MustBeClosed
    private static Passphrase asked(Terminal terminal, String question) {
        return Passphrase.taking(
                terminal.secrets().ask(question).orElseThrow(() -> NewPassphrase.nobodyToAsk(Options.PASSPHRASE_FILE)));
    }

    private static CommandProblem missing() {
        return new CommandProblem(
                ExitCode.NOT_SET_UP,
                "There is no profile here yet.",
                "Make one with “waxwing import PATH”, “waxwing key generate” or “waxwing account add”,"
                        + " or say where it is with --profile DIR.");
    }
}
