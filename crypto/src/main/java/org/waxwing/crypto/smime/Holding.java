package org.waxwing.crypto.smime;

import java.security.SecureRandom;
import java.util.Optional;
import org.waxwing.crypto.openpgp.bulk.SealedSpool;
import org.waxwing.crypto.secret.Spool;

/// Where content waits until it is proven, and how much of it there may be.
///
/// @param fits so many octets never leave memory
/// @param limit in octets
/// @param expected about so many octets will come; they need no further memory
public record Holding(Optional<SealedSpool.Beyond> beyond, int fits, long limit, int expected) {
    private static final int MAX_IN_MEMORY = 128 << 20;
    private static final int SMALL = 8 << 20;
    private static final int FIRST = 1 << 16;

    /// All in memory, up to what a letter may have: 128 MiB.
    public static Holding memory() {
        return memory(FIRST);
    }

    /// The same where it is known how many octets there are at most, such as of a message in memory.
    public static Holding memory(int most) {
        return new Holding(Optional.empty(), MAX_IN_MEMORY, MAX_IN_MEMORY, most);
    }

    /// Of any length; beyond 8 MiB sealed in the spool.
    public static Holding in(Spool spool, SecureRandom random) {
        return new Holding(Optional.of(new SealedSpool.Beyond(spool, random)), SMALL, Long.MAX_VALUE, FIRST);
    }

    /// For text that comes in arrays of its own, which need no further memory.
    SealedSpool beginInPieces() {
        return new SealedSpool(beyond, fits, 0);
    }

    SealedSpool begin() {
        return new SealedSpool(beyond, fits, expected);
    }
}
