package org.waxwing.app.cli.sop;

import com.google.errorprone.annotations.MustBeClosed;
import java.security.SecureRandom;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;

/// The keyring of a profile, as an option: `@KEYRING:ADDRESS` or `@KEYRING:FINGERPRINT` may stand where a
/// subcommand takes certificates or keys. Nothing is opened where no such designator is typed.
///
/// @param random for the passphrases under which keys travel within this process
public record ProfileKeyring(Profiles profiles, SecureRandom random) {
    /// `--profile` is the draft's name of something else.
    private static final String KEYRING = "--keyring";

    static Shape options(Shape shape) {
        return shape.option(
                        KEYRING,
                        "DIR",
                        "The profile whose keyring @KEYRING:ADDRESS or @KEYRING:FINGERPRINT means."
                                + " Default: the usual data folder.")
                .option(
                        Options.PASSPHRASE_FILE,
                        "F",
                        "A file whose first line is the passphrase of that profile. Default: ask at the terminal.");
    }

    @MustBeClosed
    Material material(Given given, Terminal terminal) {
        return new Material(
                new Indirect(terminal.environment()),
                () -> profiles.open(given.value(KEYRING), given, terminal),
                random);
    }
}
