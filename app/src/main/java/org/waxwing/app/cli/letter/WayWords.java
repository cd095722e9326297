package org.waxwing.app.cli.letter;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waxwing.app.journey.Authentication;
import org.waxwing.app.journey.Journey;
import org.waxwing.app.journey.Stop;

/// The journey in words.
final class WayWords {
    private WayWords() {}

    /// The one sentence that the journey is there for.
    static String sentence(Journey.Content content) {
        return switch (content) {
            case SEALED ->
                "Even if every stop used TLS, each server could read a postcard. This letter was sealed, so none"
                        + " could.";
            case OPEN -> "Even if every stop used TLS, each server could read this letter: it was not sealed.";
            case UNKNOWN -> "Even if every stop used TLS, each server could read a postcard.";
        };
    }

    static String stop(Stop stop) {
        return stop.by().orElse("a server without a name")
                + stop.from().map(from -> ", from " + from).orElse("")
                + ", " + tls(stop.tls())
                + stop.at().map(at -> ", " + at).orElse(", no time")
                + stop.delay().map(WayWords::delay).orElse("");
    }

    static String standing(Stop.Standing standing) {
        return switch (standing) {
            case STATED -> "said by servers you chose";
            case CLAIMED -> "claimed, nobody can prove it";
        };
    }

    static String authentication(Authentication authentication) {
        return authentication
                .by()
                .map(by -> by + " says: "
                        + authentication.results().stream()
                                .map(result -> result.method() + "=" + result.result())
                                .collect(Collectors.joining(", ")))
                .orElse("Your provider says nothing about SPF, DKIM or DMARC.");
    }

    private static String tls(Stop.Tls tls) {
        return switch (tls) {
            case Stop.Tls.Stated(Optional<String> version) -> version.orElse("TLS");
            case Stop.Tls.NotStated _ -> "TLS not stated";
        };
    }

    private static String delay(Duration delay) {
        if (delay.isNegative()) {
            return " (the clocks disagree by " + length(delay.negated()) + ")";
        }
        return delay.toSeconds() < 1 ? "" : " (after " + length(delay) + ")";
    }

    private static String length(Duration time) {
        if (time.toSeconds() < 120) {
            return time.toSeconds() + " s";
        }
        return time.toMinutes() < 120 ? time.toMinutes() + " min" : time.toHours() + " h";
    }
}
