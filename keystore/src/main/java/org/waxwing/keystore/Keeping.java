package org.waxwing.keystore;

/// What became of something that was given to the keyring.
public enum Keeping {
    /// It was new.
    TAKEN,
    /// It added something to what was known; nothing was lost.
    MERGED,
    /// Everything in it was known already.
    UNCHANGED;

    /// What became of a certificate together with its secret key.
    public Keeping with(Keeping secret) {
        if (this == TAKEN) {
            return TAKEN;
        }
        return this == UNCHANGED && secret == UNCHANGED ? UNCHANGED : MERGED;
    }
}
