package org.waxwing.app;

/// What came of opening or making a profile.
public sealed interface ProfileOpening {
    record Open(Waxwing waxwing) implements ProfileOpening {}

    record WrongPassphrase() implements ProfileOpening {}

    /// There is none in this folder.
    record Missing() implements ProfileOpening {}

    /// There is one already; it was left as it is.
    record AlreadyThere() implements ProfileOpening {}

    /// Something is there that this version can't open.
    ///
    /// @param why one sentence for the person, nothing private
    record Damaged(String why) implements ProfileOpening {}
}
