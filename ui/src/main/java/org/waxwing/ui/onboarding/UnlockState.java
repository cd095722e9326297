package org.waxwing.ui.onboarding;

import org.waxwing.app.Waxwing;

/// How unlocking goes.
public sealed interface UnlockState {
    record Waiting() implements UnlockState {}

    record Opening() implements UnlockState {}

    record Wrong() implements UnlockState {}

    /// @param why one sentence for the person
    record Damaged(String why) implements UnlockState {}

    /// There is no profile in the folder any more.
    record Missing() implements UnlockState {}

    record Open(Waxwing waxwing) implements UnlockState {}
}
