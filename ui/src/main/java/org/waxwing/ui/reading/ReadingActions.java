package org.waxwing.ui.reading;

import java.nio.file.Path;
import java.util.Optional;

/// What the reading pane asks of its surroundings.
public interface ReadingActions {
    /// Begins an answer.
    void reply(ReadingState.Shown letter, boolean toAll);

    /// Lets the person choose another mark of their own.
    void changeMark();

    /// Asks the person where to save a file of this name; nothing when they decline.
    Optional<Path> whereToSave(String suggestedName);
}
