package org.waxwing.app.cli.demo;

import java.io.IOException;
import org.waxwing.app.cli.terminal.Terminal;

/// Prints what a step can show for itself.
record Evidence(Terminal terminal) {
    void fact(String name, String value) throws IOException {
        terminal.line("     %-14s %s".formatted(name, value));
    }

    /// Lines as they are, beside a bar.
    void lines(Iterable<String> lines) throws IOException {
        for (String line : lines) {
            terminal.line("     | " + line);
        }
    }
}
