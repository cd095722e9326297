package org.waxwing.crypto.secret;

import com.google.errorprone.annotations.MustBeClosed;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/// A passphrase for the length of one piece of work. The source is wiped when it is taken, the copy when
/// it is closed; it is lent to one call at a time and never becomes text. What Java copies on the way
/// can't be wiped, so this limits the damage and guarantees nothing (see the threat model).
public final class Passphrase implements AutoCloseable {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int RANDOM_LENGTH = 32;

    private final char[] characters;
    private boolean closed;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /// Takes the characters over and wipes the source.
    @MustBeClosed
    public static Passphrase taking(char[] source) {
        char[] own = source.clone();
        Arrays.fill(source, '\0');
        return new Passphrase(own);
    }

    /// 160 bits that nobody has to think of or to type, for a vault to know: 32 letters and digits.
    @MustBeClosed
    public static Passphrase random(SecureRandom random) {
        char[] characters = new char[RANDOM_LENGTH];
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            characters[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return taking(characters);
    }

    /// A second passphrase with the same characters, to be closed on its own.
    @MustBeClosed
    public Passphrase copy() {
        return lend(characters -> new Passphrase(characters.clone()));
    }

    /// Lends the characters to one call. The callee must not keep the array.
    public <T> T lend(Function<char[], T> borrower) {
        if (closed) {
            throw new IllegalStateException("the passphrase is closed");
        }
        return borrower.apply(characters);
    }

    public boolean isEmpty() {
        return characters.length == 0;
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
        closed = true;
    }

    @Override
    public String toString() {
        return "Passphrase[redacted]";
    }
}
