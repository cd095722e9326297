package org.waxwing.app.cli.profile;

import java.nio.file.Path;
import java.util.Optional;
import org.waxwing.app.Profile;
import org.waxwing.app.ProfileOpening;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.crypto.secret.Passphrase;

/// What the commands need of a profile that is not open yet.
public interface ProfileDoor {
    boolean exists();

    ProfileOpening open(Passphrase passphrase, PassphrasePrompt prompt);

    ProfileOpening create(Passphrase passphrase, PassphrasePrompt prompt);

    /// The profile in the folder, or the one in the usual place.
    static ProfileDoor of(Optional<Path> folder) {
        Profile profile = folder.map(Profile::new).orElseGet(Profile::usual);
        return new ProfileDoor() {
            @Override
            public boolean exists() {
                return profile.exists();
            }

            @Override
            public ProfileOpening open(Passphrase passphrase, PassphrasePrompt prompt) {
                return profile.open(passphrase, prompt);
            }

            @Override
            public ProfileOpening create(Passphrase passphrase, PassphrasePrompt prompt) {
                return profile.create(passphrase, prompt);
            }
        };
    }
}
