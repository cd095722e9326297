package org.waxwing.app.cli;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.waxwing.app.Frontend;
import org.waxwing.app.cli.profile.ProfileDoor;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.sop.TemporarySpool;
import org.waxwing.app.cli.terminal.CommandLineFace;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopStreams;

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
        return run(arguments, Terminal.ofThisProcess());
    }

    /// The same at another terminal than this process's own.
    ///
    /// @return the exit code
    public int run(List<String> arguments, Terminal terminal) {
        return new CommandLineFace(
                        Commands.over(new Profiles(ProfileDoor::of), CliFrontend::operations, CliFrontend::streams),
                        terminal)
                .run(arguments);
    }

    /// Made only when a subcommand of `sop` needs it.
    private static Sop operations() {
        return Sop.with(
                new SecureRandom(),
                AlgorithmPolicy.current(),
                InstantSource.system().instant());
    }

    private static SopStreams streams() {
        SecureRandom random = new SecureRandom();
        return SopStreams.with(
                random,
                AlgorithmPolicy.current(),
                InstantSource.system().instant(),
                TemporarySpool.ofThisSystem(random));
    }
}
