package org.waxwing.crypto.cert;

/// What came of changing a key.
public sealed interface KeyChanging {
    /// @param key with everything that it had, and the change
    record Changed(OpenPgpSecretKey key) implements KeyChanging {}

    /// Its passphrase was not to be had, or doesn't fit.
    record Locked() implements KeyChanging {}

    record Refused(Reason reason) implements KeyChanging {}

    /// Why nothing was changed.
    enum Reason {
        /// The primary key is on a smart card, and only the card can sign the change.
        PRIMARY_ON_SMARTCARD,
        /// The primary key's secret part was left out when the key was exported.
        PRIMARY_MISSING,
        /// The key can't be read, or nothing ties it together.
        NOT_UNDERSTOOD,
        /// The key was revoked: nothing can bring it back.
        REVOKED,
        /// No such subkey in this key.
        NO_SUCH_SUBKEY,
        /// The subkey was revoked before.
        SUBKEY_REVOKED,
        /// No such user id in this key, or it was taken back.
        NO_SUCH_USER_ID,
        /// The user id is there already.
        USER_ID_THERE,
        /// A key needs one user id.
        LAST_USER_ID,
        /// A user id can't be empty, nor longer than 2,048 octets, nor hold control characters.
        USER_ID_UNSUITABLE,
        /// A key can't end in the past; it can be revoked.
        ENDS_IN_THE_PAST,
        /// The end lies more than 136 years after the key was made.
        ENDS_TOO_LATE,
        /// The key's last change was made later than now: the clock of one computer is wrong.
        CLOCK_BEHIND
    }
}
