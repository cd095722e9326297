package org.waxwing.crypto;

/// The words of a decrypted text of which nothing proves that it is what its sender wrote. Plain text, and
/// never anything that could load, run or be saved.
public final class UnprovenText {
    private final String words;

    UnprovenText(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return "UnprovenText[redacted]";
    }
}
