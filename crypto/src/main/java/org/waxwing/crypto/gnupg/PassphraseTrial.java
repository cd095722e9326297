package org.waxwing.crypto.gnupg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waxwing.crypto.secret.Passphrase;

/// The passphrases to try on the keys of one home, the one that fitted last first: most homes have one.
/// Stretching a passphrase is costly by design and its cost stands in the file, so what a whole home may
/// cost is bounded too.
final class PassphraseTrial {
    /// GnuPG chooses a count that takes it 100 ms, at most some hundred million octets.
    private static final long MOST_FOR_ONE = 1L << 31;
    private static final long MOST_FOR_ALL = 1L << 36;

    private final List<Passphrase> passphrases;
    private long spent;

    /// @param passphrases stay the caller's, to be closed there
    PassphraseTrial(List<Passphrase> passphrases) {
        this.passphrases = new ArrayList<>(passphrases);
    }

    boolean hasNone() {
        return passphrases.isEmpty();
    }

    /// Whether a trial that hashes so many octets for each passphrase is within bounds.
    boolean affords(long count) {
        return count <= MOST_FOR_ONE && spent + count * passphrases.size() <= MOST_FOR_ALL;
    }

    /// What the first passphrase that fits opens.
    <T> Optional<T> open(IteratedS2k lock, Function<byte[], Optional<T>> unlock) {
        for (Passphrase passphrase : passphrases) {
            spent += lock.count();
            byte[] key = passphrase.lend(lock::derive);
            Optional<T> opened = unlock.apply(key);
            Arrays.fill(key, (byte) 0);
            if (opened.isPresent()) {
                passphrases.remove(passphrase);
                passphrases.addFirst(passphrase);
                return opened;
            }
        }
        return Optional.empty();
    }
}
