package org.waxwing.crypto.cert;

import org.waxwing.crypto.mime.Octets;

/// What a token is asked to do with a private key. Hashing, padding and the derivation of keys happen in the
/// engine wherever they can, so that every token is judged by the same rules.
///
/// Hashes are named as the platform names them, such as "SHA-256".
public sealed interface TokenOperation {
    /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.1) of a DigestInfo in DER.
    record SignPkcs1(Octets digestInfo) implements TokenOperation {}

    /// RSASSA-PSS (RFC 8017 §8.1.1) of a hash.
    ///
    /// @param hash of the text
    /// @param maskHash of MGF1
    /// @param saltLength in octets
    record SignPss(String hash, String maskHash, int saltLength, Octets digest) implements TokenOperation {}

    /// ECDSA of a hash. The answer is r and s, each as long as the order of the curve's group.
    record SignEcdsa(Octets digest) implements TokenOperation {}

    /// RSA without any padding: the block that the private key makes of another.
    record DecryptRaw(Octets encrypted) implements TokenOperation {}

    /// RSAES-PKCS1-v1_5 (RFC 8017 §7.2.2), for tokens that can't [DecryptRaw].
    record DecryptPkcs1(Octets encrypted) implements TokenOperation {}

    /// RSAES-OAEP (RFC 8017 §7.1.2), for tokens that can't [DecryptRaw].
    record DecryptOaep(String hash, String maskHash, Octets label, Octets encrypted) implements TokenOperation {}

    /// Diffie and Hellman with somebody's point on the key's own curve. The answer is the x-coordinate.
    ///
    /// @param point uncompressed, and proven to lie on the curve: tokens need not look
    /// @param length of the answer in octets
    record Agree(Octets point, int length) implements TokenOperation {}
}
