package org.waxwing.app.account;

/// How the connection to a server is protected. There is no mode without TLS, and no mode that gives it up.
public enum TlsMode {
    /// TLS from the first byte (RFC 8314 §3).
    IMPLICIT,
    /// STARTTLS, and the connection ends where it is not offered or fails.
    STARTTLS_REQUIRED
}
