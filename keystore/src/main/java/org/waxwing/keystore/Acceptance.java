package org.waxwing.keystore;

/// The person's decision about a certificate, least first.
public enum Acceptance {
    /// Never to be used.
    REJECTED,
    /// Found; nobody said anything about it yet.
    UNDECIDED,
    /// In use, on the strength of how it came.
    ACCEPTED,
    /// Compared with its owner by another way.
    VERIFIED
}
