package org.waxwing.app.cli;

import java.util.List;
import org.waxwing.app.Frontend;
import org.waxwing.app.cli.profile.ProfileDoor;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.CommandLineFace;
import org.waxwing.app.cli.terminal.Terminal;

/// The terminal face: takes whatever no other face wants.
public final class CliFrontend implements Frontend {
    /// For the service loader.
    public CliFrontend() {}

    @Override
    public boolean wants(List<String> arguments) {
        return true;
    }

    @Override
    public int rank() {
        return 100;
    }

    @Override
    public int run(List<String> arguments) {
        return new CommandLineFace(Commands.over(new Profiles(ProfileDoor::of)), Terminal.ofThisProcess())
                .run(arguments);
    }
}
