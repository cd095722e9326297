package org.waxwing.ui.onboarding;

import org.waxwing.app.ProfileOpening;
import org.waxwing.crypto.secret.Passphrase;

/// The profile that this window is for.
public interface ProfileDoor {
    boolean exists();

    ProfileOpening open(Passphrase passphrase);

    ProfileOpening create(Passphrase passphrase);
}
