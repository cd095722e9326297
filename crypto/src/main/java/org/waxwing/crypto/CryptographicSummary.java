package org.waxwing.crypto;

/// What the reader may believe of the whole message (RFC 9787 §4.6): two axes, from the cryptographic
/// envelope alone.
public record CryptographicSummary(Confidentiality confidentiality, Authenticity authenticity) {
    /// The four outcomes of RFC 9787 §3.1.
    public Status status() {
        return switch (confidentiality) {
            case Confidentiality.Encrypted _ ->
                switch (authenticity) {
                    case Authenticity.Verified _ -> Status.CONFIDENTIAL;
                    case Authenticity.Unsigned _, Authenticity.Unverified _ -> Status.ENCRYPTED_BUT_UNVERIFIED;
                };
            case Confidentiality.Cleartext _ ->
                switch (authenticity) {
                    case Authenticity.Verified _ -> Status.VERIFIED;
                    case Authenticity.Unsigned _, Authenticity.Unverified _ -> Status.UNPROTECTED;
                };
        };
    }

    /// RFC 9787 §3.1.
    public enum Status {
        UNPROTECTED,
        VERIFIED,
        CONFIDENTIAL,
        ENCRYPTED_BUT_UNVERIFIED
    }
}
