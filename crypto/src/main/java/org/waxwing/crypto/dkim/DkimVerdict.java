package org.waxwing.crypto.dkim;

import java.util.List;
import java.util.Optional;

/// What one DKIM-Signature is worth.
///
/// @param domain who is said to vouch; nothing where the field can't be read
/// @param selector which of the domain's keys
/// @param algorithm as it stands there, such as `rsa-sha256`
/// @param relation of its domain to the one in From
/// @param coverage how much of the letter it is over; nothing where the field can't be read
public record DkimVerdict(
        Optional<String> domain,
        Optional<String> selector,
        Optional<String> algorithm,
        Result result,
        Relation relation,
        Optional<Coverage> coverage) {
    /// How the domain that signed stands to the one in From, by the names alone.
    public enum Relation {
        /// From names one address, and it is of this domain.
        SAME,
        /// From names one address, and its domain lies below this one. It may belong to somebody else: under
        /// some domains strangers have names, and no name tells which those are.
        ABOVE,
        /// Any other domain, or From can't be read or names several people.
        OTHER
    }

    /// What came of it. Only [#PASS] vouches for anything.
    public enum Result {
        PASS,
        /// The text is another than the one that was signed.
        BODY_CHANGED,
        /// The text is the signed one, and the key is the right one: header fields were changed.
        HEADER_CHANGED,
        /// It was made with another key than the one that is there now.
        WRONG_KEY,
        /// Header fields were changed or the key is another; this algorithm doesn't tell which.
        SIGNATURE_BAD,
        /// The DNS has no key for it.
        NO_KEY,
        /// The domain took its key back.
        REVOKED,
        /// What the DNS has is no key, or none for this signature, or several.
        BAD_KEY,
        /// The DNS didn't answer.
        UNREACHABLE,
        /// SHA-1, or an RSA key below 1024 bits (RFC 8301).
        WEAK,
        /// It holds, and its domain says that it only tries signing (RFC 6376 §3.6.1, `t=y`).
        TESTING,
        /// Its time is over.
        EXPIRED,
        /// From isn't among what it covers.
        FROM_NOT_SIGNED,
        /// The letter has no From, or several.
        NOT_ONE_FROM,
        /// Made in a way that isn't known here.
        UNSUPPORTED,
        /// The field can't be read, or contradicts itself.
        MALFORMED
    }

    /// How much of the letter a signature is over.
    ///
    /// @param openEnded whether the signer allowed that anything be added below the text (`l=`)
    /// @param uncovered fields that a reader sees and that it isn't over, or not over each of them
    /// @param showing the same of fields that decide which words of the text are shown, and as what: whoever
    ///   changes one can hide what the signer wrote, or bring out what nobody was to see. One that was
    ///   signed nowhere and taken away can't be told
    public record Coverage(boolean openEnded, List<String> uncovered, List<String> showing) {
        /// It is over everything.
        public static final Coverage WHOLE = new Coverage(false, List.of(), List.of());

        public Coverage {
            uncovered = List.copyOf(uncovered);
            showing = List.copyOf(showing);
        }

        /// Whether it is over everything that a reader sees, and over how it is shown.
        public boolean isWhole() {
            return !openEnded && uncovered.isEmpty() && showing.isEmpty();
        }
    }
}
