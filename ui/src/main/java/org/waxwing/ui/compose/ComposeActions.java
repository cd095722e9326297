package org.waxwing.ui.compose;

import java.nio.file.Path;
import java.util.List;

/// What the composer asks of its surroundings.
public interface ComposeActions {
    /// Files that the person picks; none when they decline.
    List<Path> pickFiles();

    /// The composer is done with: sent, kept or thrown away.
    void close();
}
