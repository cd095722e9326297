package org.waxwing.crypto;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.waxwing.crypto.work.Work;

/// How long the work on one letter may take. An honest letter costs time by its length alone, so the
/// allowance grows with the length; a letter that costs more than that was made to.
///
/// @param clock nanoseconds of a clock that only goes forward, such as [System#nanoTime]
/// @param least for a letter of any length
/// @param octetsEachSecond for so many octets of a letter, as it came, there is a second more
public record TimeLimit(LongSupplier clock, Duration least, int octetsEachSecond) {
    public TimeLimit {
        if (least.isNegative() || octetsEachSecond < 1) {
            throw new IllegalArgumentException("no such limit: " + least + ", " + octetsEachSecond);
        }
    }

    /// Five seconds, and one for each 4 MiB, a tenth of the pace at which a slow computer decrypts:
    /// 20 seconds for a letter of 60 MiB, which takes one or two.
    public static TimeLimit usual(LongSupplier clock) {
        return new TimeLimit(clock, Duration.ofSeconds(5), 4 << 20);
    }

    /// None, for who has no clock.
    public static TimeLimit none() {
        return new TimeLimit(() -> 0, Duration.ZERO, 1);
    }

    Duration allowed(int octets) {
        return least.plusMillis(1000L * octets / octetsEachSecond);
    }

    Work begin(int octets, BooleanSupplier cancelled) {
        return new Work(clock, allowed(octets).toNanos(), cancelled);
    }
}
