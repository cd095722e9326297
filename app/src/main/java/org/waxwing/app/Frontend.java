package org.waxwing.app;

import java.util.List;

/// A face of the program. Faces are found by `ServiceLoader`, so the application knows none of them.
public interface Frontend {
    /// Whether this face is the one for these arguments. The first that says yes in order of [#rank] runs.
    boolean wants(List<String> arguments);

    /// Smaller is asked first. The terminal takes what nobody else wants.
    int rank();

    /// Runs until the person is done.
    ///
    /// @return the exit code of the process
    int run(List<String> arguments);
}
