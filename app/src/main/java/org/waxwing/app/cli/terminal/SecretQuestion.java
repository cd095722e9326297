package org.waxwing.app.cli.terminal;

import java.util.Optional;

/// Asks the person at the terminal for something that is not shown while it is typed.
public interface SecretQuestion {
    /// @return what was typed, to be wiped by the caller; nothing when there is no terminal or the person
    ///   ended the input
    Optional<char[]> ask(String question);
}
