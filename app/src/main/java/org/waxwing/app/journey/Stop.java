package org.waxwing.app.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One server that says it took the letter.
///
/// @param by what it calls itself
/// @param from what it calls the machine that handed the letter over
/// @param protocol the keyword as it stands there, such as `ESMTPS`
/// @param tls what it says about TLS on the way to it
/// @param at when it took the letter, by its own clock
/// @param delay since the stop before; below zero where the clocks disagree
/// @param standing whose word all of this is
public record Stop(
        Optional<String> by,
        Optional<String> from,
        Optional<String> protocol,
        Tls tls,
        Optional<Instant> at,
        Optional<Duration> delay,
        Standing standing) {
    /// Whose word it is.
    public enum Standing {
        /// A server that the reader chose says so.
        STATED,
        /// Anyone who had the letter could have written it; nobody can prove it.
        CLAIMED
    }

    /// What a stop says about TLS. Silence is never read as "in clear".
    public sealed interface Tls {
        /// @param version such as `TLS 1.3`, where it says which
        record Stated(Optional<String> version) implements Tls {}

        record NotStated() implements Tls {}
    }

    @Override
    public String toString() {
        return "Stop[" + standing + "]";
    }
}
