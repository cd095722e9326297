package org.waxwing.app.cli.terminal;

import java.io.Console;
import java.util.Optional;

/// Asks on the console of the process.
final class ConsoleQuestion implements SecretQuestion {
    @Override
    public Optional<char[]> ask(String question) {
        // There may be none at all, or one that leads elsewhere.
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        return console.isPresent()
                ? Optional.ofNullable(console.get().readPassword("%s ", SafeText.line(question)))
                : new TerminalDevice().ask(question);
    }
}
