package org.waxwing.crypto.engine;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.mime.Octets;

/// What came of decrypting. Only [Decrypted] holds text.
public sealed interface Decryption {
    /// @param integrity whether the text may be shown as it is, or only with a signature over the whole
    ///   of it
    /// @param signatures one outcome for each signature inside; S/MIME has them in layers of their own
    record Decrypted(Octets plaintext, CipherUsed cipher, Integrity integrity, List<SignatureOutcome> signatures)
            implements Decryption {
        public Decrypted {
            signatures = List.copyOf(signatures);
        }

        /// A text that its encryption proves.
        ///
        /// @param cipher one that is up to date, in words for Details
        public static Decrypted proven(Octets plaintext, String cipher, List<SignatureOutcome> signatures) {
            return new Decrypted(plaintext, CipherUsed.sound(cipher), Integrity.PROVEN, signatures);
        }

        @Override
        public String toString() {
            return "Decrypted[redacted]";
        }
    }

    /// @param token what is wrong with the token of one of them
    record NeedPassphrase(List<LockedSecretKey> keys, Optional<TokenProblem> token) implements Decryption {
        public NeedPassphrase {
            keys = List.copyOf(keys);
        }

        public NeedPassphrase(List<LockedSecretKey> keys) {
            this(keys, Optional.empty());
        }
    }

    record NoKey() implements Decryption {}

    /// Altered, cut, or without any integrity protection (tag 9).
    record IntegrityFailed() implements Decryption {}

    record Unsupported() implements Decryption {}

    record Malformed() implements Decryption {}

    record TooLarge() implements Decryption {}
}
