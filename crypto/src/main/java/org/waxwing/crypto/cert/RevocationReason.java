package org.waxwing.crypto.cert;

/// Why a key or a part of it is not to be used any more (RFC 9580 §5.2.3.31). It decides how far back the
/// revocation reaches.
public enum RevocationReason {
    /// No reason given: nothing that the key ever signed counts any more.
    UNSPECIFIED,
    /// There is a newer key: what was signed before stays proven.
    SUPERSEDED,
    /// Somebody else may have it: nothing that the key ever signed counts any more.
    COMPROMISED,
    /// Not used any more: what was signed before stays proven.
    RETIRED,
    /// The name or address is not the owner's any more; for user ids alone.
    USER_ID_INVALID
}
