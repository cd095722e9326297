package org.waxwing.crypto.gnupg;

/// How far GnuPG's user trusts the owner of a certificate, least first.
public enum OwnerTrust {
    /// The certificate was disabled: GnuPG no longer uses it.
    DISABLED,
    NEVER,
    /// Nothing was said, or "I don't know".
    UNDEFINED,
    MARGINAL,
    FULL,
    /// One of the user's own.
    ULTIMATE
}
