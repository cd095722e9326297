package org.waxwing.crypto;

/// What a letter gets. "Encrypted but unsigned" can't be said (RFC 9787 §5.3).
public enum Protection {
    SIGNED_AND_ENCRYPTED,
    SIGNED
}
