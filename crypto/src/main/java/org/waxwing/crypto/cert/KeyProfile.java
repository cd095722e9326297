package org.waxwing.crypto.cert;

/// What a new key is made of. Each is one key that certifies and signs, and one that encrypts.
public enum KeyProfile {
    /// Version 4, Ed25519 and X25519 in their older encoding: what every program of the last ten years
    /// reads.
    CURVE25519,
    /// Version 6, Ed25519 and X25519 as RFC 9580 writes them: for correspondents with the newest programs
    /// only.
    CURVE25519_V6,
    /// Version 4, RSA with 3072 bits: for programs that know no curves.
    RSA_3072,
    /// Version 4, RSA with 4096 bits.
    RSA_4096
}
