package org.waxwing.crypto.smime;

/// What came of decrypting. Only [Unsealed] holds content.
public sealed interface Unsealing {
    /// @param cipher in words for Details
    /// @param authenticated whether a tag proved the content intact. Where not, anybody on the way may have
    ///   changed it, and only a signature inside can prove otherwise
    /// @param weak whether the cipher no longer protects
    record Unsealed(HeldContent content, String cipher, boolean authenticated, boolean weak) implements Unsealing {
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
