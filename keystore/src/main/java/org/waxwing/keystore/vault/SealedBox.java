package org.waxwing.keystore.vault;

import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// Seals values for one purpose with AES-256-GCM under a key of its own, derived from the vault's master
/// key.
///
/// Every value is bound to its place: what was sealed for one row opens for no other, so nothing can be
/// moved, swapped or copied unnoticed.
public interface SealedBox {
    /// The value sealed for this place.
    ///
    /// @param place table, row id and version, such as "account/7/1"
    Octets seal(Octets clear, String place);

    /// The value, or nothing when the bytes were changed or belong to another place.
    Optional<Octets> open(Octets sealed, String place);

    /// A keyed digest (HMAC-SHA-256) to look a private value up without storing it.
    Octets mac(Octets value);
}
