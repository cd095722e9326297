package org.waxwing.crypto.smime;

import org.waxwing.crypto.engine.CipherUsed;

/// What came of decrypting. Only [Unsealed] holds content.
public sealed interface Unsealing {
    /// @param authenticated whether a tag proved the content intact. Where not, anybody on the way may have
    ///   changed it, and only a signature inside can prove otherwise
    record Unsealed(HeldContent content, CipherUsed cipher, boolean authenticated) implements Unsealing {
        @Override
        public String toString() {
            return "Unsealed[redacted]";
        }
    }

    /// No recipient is one of ours.
    record NotForUs() implements Unsealing {}

    /// Altered, cut, or for another key. Which of them, nobody may learn.
    record NotIntact() implements Unsealing {}

    /// An algorithm or structure that this program does not know.
    record Unsupported() implements Unsealing {}

    record Malformed() implements Unsealing {}

    record TooLarge() implements Unsealing {}
}
