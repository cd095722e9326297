package org.waxwing.crypto.engine;

/// The cipher under which a text came.
///
/// @param title in words for Details
public record CipherUsed(String title, Strength strength) {
    /// What it still keeps from others.
    public enum Strength {
        /// The whole text, as far as anybody knows.
        SOUND,
        /// The text, against those who don't spend much on it: 3DES, RC2 of 128 bits.
        OLD,
        /// Nothing: anybody tries all its keys, as of RC2 of 40 or 64 bits.
        BROKEN
    }

    /// One that is up to date.
    public static CipherUsed sound(String title) {
        return new CipherUsed(title, Strength.SOUND);
    }
}
