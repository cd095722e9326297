package org.waxwing.app.cli.terminal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Asks the person at the terminal: for something that is not shown while it is typed, or for a yes.
public interface SecretQuestion {
    /// @return what was typed, to be wiped by the caller; nothing when there is no terminal or the person
    ///   ended the input
    Optional<char[]> ask(String question);

    /// A question that only `y` and `yes` agree to; the answer may be shown.
    ///
    /// @return nothing when there is no terminal or the person ended the input
    default Optional<Boolean> agrees(String question) {
        return ask(asked(question)).map(answer -> isYes(new String(answer)));
    }

    /// The question as it is shown.
    static String asked(String question) {
        return question + " [y/N]";
    }

    static boolean isYes(String answer) {
        return Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
