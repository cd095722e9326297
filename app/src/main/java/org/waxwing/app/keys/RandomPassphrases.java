package org.waxwing.app.keys;

import com.google.errorprone.annotations.MustBeClosed;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waxwing.crypto.secret.Passphrase;

/// Passphrases that nobody has to think of.
final class RandomPassphrases {
    private static final char[] LETTERS = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int LENGTH = 32;
    private static final int GROUPS = 9;
    private static final int GROUP_VALUES = 10_000;

    private RandomPassphrases() {}

    /// 160 bits, for the vault to know.
    @MustBeClosed
    static Passphrase fresh(SecureRandom random) {
        char[] characters = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            characters[i] = LETTERS[random.nextInt(LETTERS.length)];
        }
        return Passphrase.taking(characters);
    }

    /// Nine groups of four digits with hyphens, about 119 bits, to be written down: the form of the
    /// Autocrypt setup code, hyphens included.
    static String recoveryDigits(SecureRandom random) {
        return IntStream.range(0, GROUPS)
                .mapToObj(_ -> "%04d".formatted(random.nextInt(GROUP_VALUES)))
                .collect(Collectors.joining("-"));
    }
}
