package org.waxwing.app.cli.terminal;

import java.io.IOException;

/// Standard output can't be written any more, most often because its reader (`head`, a pager) has seen
/// enough.
public final class OutputClosed extends IOException {
    private static final long serialVersionUID = 1L;

    OutputClosed(IOException cause) {
        super(cause);
    }

    /// Whether it is a pipe whose reader went away, rather than a full disk. The platform tells it in words
    /// only.
    boolean nobodyReads() {
        String words = String.valueOf(getMessage());
        return words.contains("Broken pipe")
                || words.contains("pipe is being closed")
                || words.contains("pipe has been ended");
    }
}
