package org.waxwing.app.cli.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.waxwing.crypto.cert.Objection;

/// Why a certificate, key or signature is not accepted.
public final class ObjectionWords {
    private ObjectionWords() {}

    /// The reasons in one clause, such as "expired on 2026-03-01, no key for encryption".
    public static String clause(List<Objection> objections) {
        return objections.isEmpty()
                ? "not usable"
                : objections.stream().map(ObjectionWords::one).collect(Collectors.joining(", "));
    }

    /// The stable name of the reason in the notes of the JSON contract.
    public static String code(Objection objection) {
        return switch (objection) {
            case Objection.Expired _ -> "signature-by-expired-certificate";
            case Objection.NotYetValid _ -> "signature-from-the-future";
            case Objection.Revoked _ -> "signature-by-revoked-certificate";
            case Objection.WeakAlgorithm _ -> "signature-by-weak-algorithm";
            case Objection.NoSuitableKey _ -> "signature-by-unsuitable-key";
            case Objection.NotSelfCertified _ -> "signature-by-broken-certificate";
            case Objection.Unsupported _ -> "signature-unsupported";
            case Objection.RejectedByUser _ -> "signature-by-rejected-certificate";
            case Objection.UnknownIssuer _ -> "signature-by-unknown-certificate";
            case Objection.BadSignature _ -> "signature-bad";
            case Objection.NotBoundToFrom _ -> "signer-is-not-from";
            case Objection.AmbiguousFrom _ -> "from-ambiguous";
            case Objection.MeantForOthers _ -> "meant-for-others";
            case Objection.NoTrustedAuthority _ -> "no-trusted-authority";
            case Objection.AgainstRules _ -> "against-the-rules";
            case Objection.NotForMail _ -> "not-for-mail";
            case Objection.OutsideLimits _ -> "outside-name-limits";
            case Objection.NotForAddress _ -> "not-for-this-address";
        };
    }

    private static String one(Objection objection) {
        return switch (objection) {
            case Objection.Expired(Instant since) -> "expired on " + day(since);
            case Objection.NotYetValid(Instant until) -> "not valid before " + day(until);
            case Objection.Revoked(Instant since, boolean _) -> "revoked on " + day(since);
            case Objection.WeakAlgorithm(String name) -> name + " no longer protects";
            case Objection.NoSuitableKey(Objection.Purpose purpose) ->
                switch (purpose) {
                    case ENCRYPT -> "it has no key to seal for";
                    case SIGN -> "it has no key to sign with";
                };
            case Objection.NotSelfCertified() -> "nothing ties it together";
            case Objection.Unsupported(String name) -> name + " is not supported";
            case Objection.RejectedByUser() -> "you decided not to use it";
            case Objection.UnknownIssuer() -> "the signer's address card is not here";
            case Objection.BadSignature() -> "the signature does not fit the text";
            case Objection.NotBoundToFrom() -> "the signer's address card is not for the address in From";
            case Objection.AmbiguousFrom() -> "From does not name exactly one person";
            case Objection.MeantForOthers() -> "it was signed for somebody else";
            case Objection.NoTrustedAuthority(String issuer) ->
                "nobody you rely on confirms who that is; it says that " + issuer + " does";
            case Objection.AgainstRules(String rule) -> "it breaks a rule of its standard (" + rule + ")";
            case Objection.NotForMail() -> "it is not for mail, or an authority above it is not";
            case Objection.OutsideLimits() -> "an authority above it may not confirm this name";
            case Objection.NotForAddress() -> "it is for another address";
        };
    }

    /// The day in UTC, as everywhere at the terminal.
    public static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }
}
