package org.waxwing.crypto.cert;

import java.util.List;

/// A Transferable Public Key (RFC 9580 §10.1), parsed once and judged at any time.
public non-sealed interface OpenPgpCertificate extends Certificate {
    /// The primary key first, then the subkeys whose binding holds.
    List<ComponentKey> keys();

    /// Whether one of its keys has this 64-bit key ID.
    default boolean holdsKeyId(long keyId) {
        return keys().stream().anyMatch(key -> key.keyId() == keyId);
    }
}
