package org.waxwing.crypto.cert;

/// What an authority's answer says of one certificate.
public sealed interface RevocationAnswer {
    /// It was not revoked when the authority said so, and that is recent enough to count.
    record Good() implements RevocationAnswer {}

    record Revoked(Objection.Revoked revoked) implements RevocationAnswer {}

    /// Nothing that counts: it can't be read, is of something else, of somebody who may not say it, or old.
    record Silent() implements RevocationAnswer {}
}
