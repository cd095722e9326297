package org.waxwing.crypto.smime;

/// What came of decompressing.
public sealed interface Decompressed {
    record Content(HeldContent content) implements Decompressed {
        @Override
        public String toString() {
            return "Content[redacted]";
        }
    }

    record Unsupported() implements Decompressed {}

    record Malformed() implements Decompressed {}

    record TooLarge() implements Decompressed {}
}
