package org.waxwing.keystore;

/// Who knows the passphrase of a key that was changed.
public enum PassphraseCare {
    /// The passphrase is the same as before, and so is who knows it.
    AS_BEFORE,
    /// It has a new one, which is the person's alone and is asked for when the key is used.
    THE_PERSON
}
