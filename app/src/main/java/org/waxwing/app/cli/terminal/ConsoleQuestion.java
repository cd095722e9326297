package org.waxwing.app.cli.terminal;

import java.io.Console;
import java.util.Optional;

/// Asks on the console of the process.
final class ConsoleQuestion implements SecretQuestion {
    @Override
    public Optional<char[]> ask(String question) {
        Optional<Console> console = console();
        return console.isPresent()
                ? Optional.ofNullable(console.get().readPassword("%s ", SafeText.line(question)))
                : new TerminalDevice().ask(question);
    }

    @Override
    public Optional<Boolean> agrees(String question) {
        Optional<Console> console = console();
        return console.isPresent()
                ? Optional.ofNullable(console.get().readLine("%s ", SafeText.line(SecretQuestion.asked(question))))
                        .map(SecretQuestion::isYes)
                : new TerminalDevice().agrees(question);
    }

    /// There may be none at all, or one that leads elsewhere.
    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
