package org.waxwing.app.cli.terminal;

import java.io.IOException;

/// A command can't go on: one sentence that says what is wrong, one hint that says what to do, and how to
/// end. Caught once, at the edge of the terminal face.
public final class CommandProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;
    private final String hint;

    /// @param sentence for the person, nothing private
    /// @param hint what to do now; empty where the sentence says it all
    public CommandProblem(ExitCode code, String sentence, String hint) {
        super(sentence, null, false, false);
        this.code = code;
        this.hint = hint;
    }

    /// On standard error, with its hint.
    public void tell(Terminal terminal) throws IOException {
        terminal.tell(sentence());
        if (!hint.isEmpty()) {
            terminal.tell("Hint: " + hint);
        }
    }

    public ExitCode code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return hint;
    }
}
