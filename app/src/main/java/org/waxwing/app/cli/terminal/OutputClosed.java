package org.waxwing.app.cli.terminal;

import java.io.IOException;

/// Standard output can't be written any more, most often because its reader (`head`, a pager) has seen
/// enough.
public final class OutputClosed extends IOException {
    private static final long serialVersionUID = 1L;

    OutputClosed(IOException cause) {
        super(cause);
    }
}
