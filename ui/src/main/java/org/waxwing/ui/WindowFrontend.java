package org.waxwing.ui;

import java.util.List;
import org.waxwing.app.Frontend;

/// The window as a face of the program.
public final class WindowFrontend implements Frontend {
    /// For the service loader.
    public WindowFrontend() {}

    @Override
    public boolean wants(List<String> arguments) {
        return arguments.isEmpty();
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public int run(List<String> arguments) {
        return arguments.size();
    }
}
