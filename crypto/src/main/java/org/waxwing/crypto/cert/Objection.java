package org.waxwing.crypto.cert;

import java.time.Instant;

/// A reason why a certificate, key or signature is not accepted, with the evidence. Words are found by
/// the faces.
public sealed interface Objection {
    record Expired(Instant since) implements Objection {}

    record NotYetValid(Instant until) implements Objection {}

    /// Revoked by its owner, or by its authority.
    ///
    /// @param hard the key may have been stolen, so nothing it ever signed counts
    record Revoked(Instant since, boolean hard) implements Objection {}

    /// The algorithm, or its size, no longer protects.
    record WeakAlgorithm(String name) implements Objection {}

    /// Nothing in it may be used for this purpose.
    record NoSuitableKey(Purpose purpose) implements Objection {}

    /// The bindings or self-signatures don't hold.
    record NotSelfCertified() implements Objection {}

    /// An algorithm or version that this program does not know.
    record Unsupported(String name) implements Objection {}

    /// The person's own decision: this certificate is not to be used.
    record RejectedByUser() implements Objection {}

    /// No certificate at hand made this signature.
    record UnknownIssuer() implements Objection {}

    /// The mathematics does not hold: another key, or another text.
    record BadSignature() implements Objection {}

    /// The signer's certificate does not carry the address in From.
    record NotBoundToFrom() implements Objection {}

    /// From is missing, or there are several: nobody to bind the signature to.
    record AmbiguousFrom() implements Objection {}

    /// The letter was signed for somebody else (RFC 9580 §5.2.3.36).
    record MeantForOthers() implements Objection {}

    /// No authority that counts confirms it.
    ///
    /// @param issuer who does, in the certificate's own words
    record NoTrustedAuthority(String issuer) implements Objection {}

    /// It, or an authority above it, breaks a rule of its standard.
    ///
    /// @param rule where the rule stands, such as "RFC 5280 §4.1.2.2"
    record AgainstRules(String rule) implements Objection {}

    /// Its issuer made it for other uses than mail, or an authority above it is for others only (RFC 8550
    /// §4.4.4).
    record NotForMail() implements Objection {}

    /// It names somebody whom an authority above it may not confirm (RFC 5280 §4.2.1.10).
    record OutsideLimits() implements Objection {}

    /// It is not for the address in question.
    record NotForAddress() implements Objection {}

    /// What an operation needs of a certificate.
    enum Purpose {
        ENCRYPT,
        SIGN
    }
}
