package org.waxwing.ui.onboarding;

import org.waxwing.app.account.ConnectionProblem;

/// Why a page of the first run does not go on.
public sealed interface Hitch {
    record None() implements Hitch {}

    record NameMissing() implements Hitch {}

    record NoAddress() implements Hitch {}

    record TooShort() implements Hitch {}

    record NotTheSame() implements Hitch {}

    /// There is a profile already.
    record AlreadyThere() implements Hitch {}

    /// @param why one sentence for the person
    record Damaged(String why) implements Hitch {}

    record ServerIncomplete() implements Hitch {}

    record PasswordMissing() implements Hitch {}

    record NotConnected(ConnectionProblem problem) implements Hitch {}

    /// Something broke, such as a full disk; nothing was changed.
    record Broken() implements Hitch {}

    /// The letter was not sealed, so not sent.
    record TestNotSent() implements Hitch {}
}
