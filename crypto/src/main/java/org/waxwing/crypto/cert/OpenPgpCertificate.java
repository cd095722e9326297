package org.waxwing.crypto.cert;

import java.util.List;
import java.util.Set;

/// A Transferable Public Key (RFC 9580 §10.1), parsed once and judged at any time.
public non-sealed interface OpenPgpCertificate extends Certificate {
    /// The primary key first, then the subkeys whose binding holds.
    List<ComponentKey> keys();

    /// Who may revoke it in its owner's place, by the owner's own word (RFC 9580 §5.2.3.23). Their
    /// revocations count where their certificates are at hand.
    default Set<Fingerprint> designatedRevokers() {
        return Set.of();
    }

    /// Whether one of its keys has this 64-bit key ID.
    default boolean holdsKeyId(long keyId) {
        return keys().stream().anyMatch(key -> key.keyId() == keyId);
    }
}
