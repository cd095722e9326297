package org.waxwing.crypto.cert;

/// The kinds of key that a new S/MIME identity may have.
public enum SmimeKeyKind {
    /// The default: every program of the last twenty years reads it, and it signs and decrypts alike.
    RSA_3072,
    /// Shorter and faster; programs of before about 2015 don't encrypt to it.
    P_256,
    /// For signatures only, and few programs know it in S/MIME yet (RFC 8410).
    ED25519;

    /// Whether nothing can be encrypted for such a key.
    public boolean signsOnly() {
        return switch (this) {
            case RSA_3072, P_256 -> false;
            case ED25519 -> true;
        };
    }
}
