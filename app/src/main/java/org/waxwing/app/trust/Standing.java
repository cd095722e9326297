package org.waxwing.app.trust;

/// How well an address card is known.
public enum Standing {
    /// The person said: never use it.
    REJECTED,
    /// Found, not checked.
    FOUND,
    /// In use on the strength of how it came.
    ACCEPTED,
    /// Compared with its owner by another way.
    CHECKED,
    /// The person's own.
    OWN
}
