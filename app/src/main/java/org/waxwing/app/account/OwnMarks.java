package org.waxwing.app.account;

/// Keeps the person's own mark, sealed in the profile. Nothing that leaves this computer holds it.
public interface OwnMarks {
    /// The one in use; made by chance and kept where there was none.
    OwnMark mark();

    void choose(OwnMark mark);
}
