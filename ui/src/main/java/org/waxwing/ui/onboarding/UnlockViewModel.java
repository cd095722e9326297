package org.waxwing.ui.onboarding;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.waxwing.app.ProfileOpening;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.ui.task.Tasks;

/// Unlocking the profile that is there.
public final class UnlockViewModel {
    private final ProfileDoor door;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<UnlockState> state = new ReadOnlyObjectWrapper<>(new UnlockState.Waiting());

    public UnlockViewModel(ProfileDoor door, Tasks tasks) {
        this.door = door;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<UnlockState> state() {
        return state.getReadOnlyProperty();
    }

    /// Tries what was typed, and wipes it.
    public void unlock(char[] typed) {
        state.set(new UnlockState.Opening());
        tasks.run(
                () -> {
                    try (Passphrase passphrase = Passphrase.taking(typed)) {
                        return door.open(passphrase);
                    }
                },
                opening -> state.set(
                        switch (opening) {
                            case ProfileOpening.Open open -> new UnlockState.Open(open.waxwing());
                            case ProfileOpening.WrongPassphrase _ -> new UnlockState.Wrong();
                            case ProfileOpening.Damaged damaged -> new UnlockState.Damaged(damaged.why());
                            case ProfileOpening.Missing _, ProfileOpening.AlreadyThere _ -> new UnlockState.Missing();
                        }));
    }
}
