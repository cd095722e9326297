package org.waxwing.keystore;

/// What became of something that was given to the keyring.
public enum Keeping {
    /// It was new.
    TAKEN,
    /// It added something to what was known; nothing was lost.
    MERGED,
    /// Everything in it was known already.
    UNCHANGED
}
