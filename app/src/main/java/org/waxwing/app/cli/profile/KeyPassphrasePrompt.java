package org.waxwing.app.cli.profile;

import java.nio.file.Path;
import java.util.Optional;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.SecretFile;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.app.read.PinAnswer;
import org.waxwing.app.read.PinQuestion;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.secret.Passphrase;

/// Asks at the terminal for the passphrase of a key that kept its own, giving up after three wrong answers; and
/// for the PIN of a token, unless a file has it. A PIN from a file is not tried once a wrong one was given:
/// whoever runs a script three times must not lock a token.
final class KeyPassphrasePrompt implements PassphrasePrompt {
    private static final int TRIES = 3;

    private final Terminal terminal;
    private final Optional<Path> pinFile;
    private int wrong;

    /// @param pinFile one that can be read
    KeyPassphrasePrompt(Terminal terminal, Optional<Path> pinFile) {
        this.terminal = terminal;
        this.pinFile = pinFile;
    }

    /// A [CommandProblem] where the file of a PIN that the options name can't be read.
    static KeyPassphrasePrompt of(Given given, Terminal terminal) {
        Optional<Path> pinFile = given.value(Options.PIN_FILE).map(Path::of);
        pinFile.ifPresent(KeyPassphrasePrompt::check);
        return new KeyPassphrasePrompt(terminal, pinFile);
    }

    private static void check(Path file) {
        try (Passphrase pin = SecretFile.read(file, "PIN")) {
            if (pin.isEmpty()) {
                throw new CommandProblem(
                        ExitCode.BAD_DATA,
                        "The PIN file " + file + " begins with an empty line.",
                        "Give a file whose first line is the PIN.");
            }
        }
    }

    @Override
    public Optional<Passphrase> ask(Fingerprint own, String owner, boolean again) {
        wrong = again ? wrong + 1 : 0;
        if (wrong >= TRIES) {
            return Optional.empty();
        }
        String question =
                (again ? "That does not fit. " : "") + "Passphrase of the key of " + owner + " (" + own.hex() + "):";
        return terminal.secrets().ask(question).map(Passphrase::taking);
    }

    @Override
    public PinAnswer askPin(PinQuestion question) {
        if (pinFile.isPresent()) {
            return question.tries() == PinQuestion.Tries.ALL ? fromFile(pinFile.get()) : new PinAnswer.NotRisked();
        }
        String warning = switch (question.tries()) {
            case ALL -> "";
            case FEWER -> "A wrong PIN was given before; most tokens lock after three. ";
            case LAST -> "The next wrong PIN locks the token. ";
        };
        return terminal.secrets()
                .ask(warning + "PIN of the token " + question.token().name() + ":")
                .filter(typed -> typed.length > 0)
                .<PinAnswer>map(KeyPassphrasePrompt::given)
                .orElseGet(PinAnswer.NotGiven::new);
    }

    @SuppressWarnings("MustBeClosedChecker") // whoever asks closes it
    private static PinAnswer given(char[] typed) {
        return new PinAnswer.Given(Passphrase.taking(typed));
    }

    @SuppressWarnings("MustBeClosedChecker") // whoever asks closes it
    private static PinAnswer fromFile(Path file) {
        try {
            return new PinAnswer.Given(SecretFile.read(file, "PIN"));
        } catch (CommandProblem gone) {
            // It was there when the command began.
            return new PinAnswer.NotGiven();
        }
    }
}
