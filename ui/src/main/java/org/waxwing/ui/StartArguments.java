package org.waxwing.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.Profile;
import org.waxwing.app.compose.MailtoLink;

/// What the window understands on the command line.
///
/// @param profile where everything is kept
/// @param practice the practice post office instead of a real account
/// @param asked a letter that a link on a page asks for
record StartArguments(Profile profile, boolean practice, Optional<MailtoLink> asked) {
    StartArguments(Profile profile, boolean practice) {
        this(profile, practice, Optional.empty());
    }

    /// Nothing, where these arguments are for another face.
    static Optional<StartArguments> of(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.of(new StartArguments(Profile.usual(), false));
        }
        if (arguments.size() == 1 && MailtoLink.is(arguments.getFirst())) {
            return Optional.of(new StartArguments(Profile.usual(), false, MailtoLink.parse(arguments.getFirst())));
        }
        if (arguments.getFirst().equals("demo")) {
            return arguments.size() == 1 ? Optional.of(new StartArguments(Profile.usual(), true)) : Optional.empty();
        }
        if (arguments.size() == 2 && arguments.getFirst().equals("--profile")) {
            return Optional.of(new StartArguments(new Profile(Path.of(arguments.get(1))), false));
        }
        if (arguments.size() == 1 && arguments.getFirst().startsWith("--profile=")) {
            String folder = arguments.getFirst().substring("--profile=".length());
            return Optional.of(new StartArguments(new Profile(Path.of(folder)), false));
        }
        return Optional.empty();
    }
}
