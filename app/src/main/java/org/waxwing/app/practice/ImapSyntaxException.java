package org.waxwing.app.practice;

import java.io.IOException;

/// A command that doesn't follow the grammar. The connection goes on after a BAD.
final class ImapSyntaxException extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param sentence goes to the other side, so it repeats nothing of what came
    ImapSyntaxException(String sentence) {
        super(sentence);
    }

    String sentence() {
        String message = getMessage();
        return message == null ? "syntax" : message;
    }
}
