package org.waxwing.crypto.cert;

/// Why a key on a token can't be used now. None of these depends on what a letter holds.
public enum TokenProblem {
    /// Nobody was asked for the PIN, or nobody gave it.
    NO_PIN,
    /// The PIN was wrong. It was given to the token once and not again.
    WRONG_PIN,
    /// A wrong PIN came before, so none is taken from a file: the next mistake may lock the token.
    WRONG_PIN_BEFORE,
    /// Too many wrong PINs: the token takes no more.
    PIN_LOCKED,
    /// It has no PIN yet, or one that ran out and must be changed.
    PIN_NOT_SET,
    /// The file of the library isn't there.
    LIBRARY_MISSING,
    /// The file is no library that this computer can load, or not one of PKCS #11.
    NOT_A_LIBRARY,
    /// The token isn't plugged in, or was pulled out.
    NOT_THERE,
    /// The token is there, the key isn't on it any more.
    KEY_GONE,
    /// The token doesn't offer with this key what a letter needs, such as the decryption of it.
    CANNOT_DO,
    /// It wants its PIN typed at the reader, which this program doesn't do.
    PIN_AT_READER,
    /// It did not work, and the token doesn't say why.
    FAILED
}
