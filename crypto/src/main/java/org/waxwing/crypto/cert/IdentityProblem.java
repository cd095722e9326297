package org.waxwing.crypto.cert;

/// Why a file of identities, or one item of it, was passed over.
public enum IdentityProblem {
    /// The bytes don't follow the format.
    MALFORMED,
    /// Neither PKCS#12, PKCS#8, PKCS#7, a certificate nor PEM armour around one.
    NOT_RECOGNIZED,
    /// A list of revoked certificates, which holds none itself.
    REVOCATION_LIST,
    /// A request for a certificate, which an authority has yet to answer.
    REQUEST,
    /// An algorithm or a kind of content that this program doesn't know.
    UNSUPPORTED,
    /// A passphrase is needed and none was given.
    PASSPHRASE_NEEDED,
    /// The passphrase doesn't fit, or the file was changed after it was written: no format tells these
    /// apart where the integrity code itself depends on the passphrase.
    WRONG_PASSPHRASE,
    /// Opening it would cost more guesses than any honest file asks for: more than a million rounds for one
    /// item, or more than four million in all.
    TOO_COSTLY,
    /// More, or larger, than such a file may hold.
    TOO_LARGE,
    /// A private key that the file gives no certificate for, where one is needed.
    NO_CERTIFICATE,
    /// A private key that contradicts itself or its certificate.
    KEY_MISMATCH,
    /// The person asked to stop.
    CANCELLED
}
