package org.waxwing.app.cli.profile;

import com.google.errorprone.annotations.MustBeClosed;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.SecretFile;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.secret.Passphrase;

/// Asks for a passphrase that protects something from now on: twice, because it is not shown.
public final class NewPassphrase {
    private NewPassphrase() {}

    /// From a file, where the person named one.
    ///
    /// @param what it protects, as in "the new profile"
    /// @param option by which a file gives it where there is no terminal
    @MustBeClosed
    public static Passphrase of(Optional<Path> file, Terminal terminal, String what, String option) {
        return file.isPresent() ? SecretFile.read(file.get()) : ask(terminal, what, option);
    }

    @MustBeClosed
    private static Passphrase ask(Terminal terminal, String what, String option) {
        char[] first = answer(terminal, "New passphrase for " + what + ":", option);
        char[] again = answer(terminal, "The same again:", option);
        boolean same = Arrays.equals(first, again);
        Arrays.fill(again, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw new CommandProblem(ExitCode.LOCKED, "The two passphrases differ, so nothing was done.", "Try again.");
        }
        return Passphrase.taking(first);
    }

    static CommandProblem nobodyToAsk(String option) {
        return new CommandProblem(
                ExitCode.LOCKED,
                "A passphrase is needed, and there is no terminal to ask at.",
                "Give a file whose first line is the passphrase, with " + option + " F.");
    }

    private static char[] answer(Terminal terminal, String question, String option) {
        return terminal.secrets().ask(question).orElseThrow(() -> nobodyToAsk(option));
    }
}
