package org.waxwing.app.connection;

import java.time.Duration;

/// How long a server may take.
///
/// @param connect until the connection stands, for each address of the host
/// @param reply until the next bytes of an answer, and until the server takes our next ones
/// @param verdict until the answer to a whole letter: to give up here leaves it unconfirmed, so this is
///   long (RFC 5321 §4.5.3.2.6)
public record Patience(Duration connect, Duration reply, Duration verdict) {
    /// What this release grants.
    public static Patience usual() {
        return new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(10));
    }
}
