package org.waxwing.crypto;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.TokenProblem;

/// What came of opening a message. Only [Opened] holds a payload, and always with its verdict.
public sealed interface Opening {
    /// Its integrity is proven where it was encrypted; read it together with the summary, never without.
    record Opened(CryptographicPayload payload, CryptographicSummary summary) implements Opening {}

    /// Decrypted, by a cipher that doesn't show whether the text was changed on the way, and signed by
    /// nobody over the whole of it. Only the words may be shown, and the reader is told; the header
    /// fields are those outside.
    ///
    /// @param confidentiality cleartext where its cipher is one that anybody can break
    /// @param notes what is to be said of the cipher
    record Unproven(UnprovenText text, Confidentiality confidentiality, List<Note> notes) implements Opening {
        public Unproven {
            notes = List.copyOf(notes);
        }

        /// As of a letter that nobody signed.
        public CryptographicSummary.Status status() {
            return new CryptographicSummary(confidentiality, new Authenticity.Unsigned()).status();
        }
    }

    /// Sealed for keys that are here but locked.
    ///
    /// @param token what is wrong with the token of one of them
    record Locked(List<LockedSecretKey> keys, Optional<TokenProblem> token) implements Opening {
        public Locked {
            keys = List.copyOf(keys);
        }
    }

    /// Nothing of it may be shown.
    record Unopenable(Reason reason) implements Opening {}

    /// Why nothing is shown. What an attacker could tell apart is one constant.
    enum Reason {
        /// Sealed for a key that isn't here.
        NO_KEY,
        /// Altered on the way, cut short, or protected by a mechanism that no longer protects.
        NOT_INTACT,
        /// An algorithm or version that this program doesn't know.
        UNSUPPORTED,
        /// Protected by a technology that the reader ruled out for this opening.
        RULED_OUT,
        /// Not what it says it is: the structure is broken.
        MALFORMED,
        /// Parts within parts within parts: more than a letter may have.
        TOO_DEEP,
        /// More parts than a letter may have.
        TOO_MANY_PARTS,
        /// A header section larger than one may be.
        LONG_HEADER,
        /// Packed so that it unpacks to more than a letter may hold, or to more packets or layers.
        UNPACKS_TOO_FAR,
        /// More octets than fit in memory.
        TOO_LARGE,
        /// More work than a letter of its length may be.
        TOO_LONG,
        /// Nobody waited for it any more.
        CANCELLED
    }
}
