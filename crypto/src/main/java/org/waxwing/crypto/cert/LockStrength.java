package org.waxwing.crypto.cert;

/// How much work one guess at a key's passphrase shall cost.
public enum LockStrength {
    /// For a passphrase that a person chose: the most that every OpenPGP program reads, about a quarter of
    /// a second for each key.
    CHOSEN_BY_A_PERSON,
    /// For a secret of at least 128 random bits, which nobody guesses at any price.
    RANDOM_SECRET
}
