package org.waxwing.crypto.smime.identity;

/// The kinds of key that a new identity may have.
public enum KeyChoice {
    /// The default: every program of the last twenty years reads it, and it signs and decrypts alike.
    RSA_3072,
    /// Shorter and faster; programs of before about 2015 don't encrypt to it.
    P_256,
    /// For signatures only, and few programs know it in S/MIME yet (RFC 8410).
    ED25519
}
