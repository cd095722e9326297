package org.waxwing.app.practice;

import java.io.IOException;

/// The other side broke the protocol beyond repair; the connection ends after one sentence.
final class ProtocolBreach extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param sentence goes to the other side, so it repeats nothing of what came
    ProtocolBreach(String sentence) {
        super(sentence);
    }

    String sentence() {
        String message = getMessage();
        return message == null ? "protocol error" : message;
    }
}
