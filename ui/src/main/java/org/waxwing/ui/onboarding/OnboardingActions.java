package org.waxwing.ui.onboarding;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.Waxwing;

/// What the first run asks of its surroundings.
public interface OnboardingActions {
    List<Path> pickKeyFiles();

    Optional<Path> whereToSave(String suggestedName);

    /// The first run is over.
    void done(Waxwing waxwing);
}
