package org.waxwing.crypto.cert;

/// What a new key is made of. Each is one key that certifies and signs, and one that encrypts; one profile
/// has two that encrypt.
public enum KeyProfile {
    /// Version 4, Ed25519 and X25519 in their older encoding: what every program of the last ten years
    /// reads.
    CURVE25519,
    /// Version 6, Ed25519 and X25519 as RFC 9580 writes them: for correspondents with the newest programs
    /// only.
    CURVE25519_V6,
    /// As [#CURVE25519], and beside the key that encrypts one more, by ML-KEM-768+X25519, which programs
    /// that don't know it pass over (RFC 9980 §3.5).
    CURVE25519_AND_POST_QUANTUM,
    /// Version 6, ML-DSA-65+Ed25519 and ML-KEM-768+X25519 (RFC 9980 §2.1): safe from quantum computers
    /// throughout, and of use only among programs that know them.
    POST_QUANTUM_V6,
    /// Version 4, RSA with 3072 bits: for programs that know no curves.
    RSA_3072,
    /// Version 4, RSA with 4096 bits.
    RSA_4096
}
