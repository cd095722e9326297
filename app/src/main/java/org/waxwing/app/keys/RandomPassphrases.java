package org.waxwing.app.keys;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Passphrases that nobody has to think of.
final class RandomPassphrases {
    private static final int GROUPS = 9;
    private static final int GROUP_VALUES = 10_000;

    private RandomPassphrases() {}

    /// Nine groups of four digits with hyphens, about 119 bits, to be written down: the form of the
    /// Autocrypt setup code, hyphens included.
    static String recoveryDigits(SecureRandom random) {
        return IntStream.range(0, GROUPS)
                .mapToObj(_ -> "%04d".formatted(random.nextInt(GROUP_VALUES)))
                .collect(Collectors.joining("-"));
    }
}
