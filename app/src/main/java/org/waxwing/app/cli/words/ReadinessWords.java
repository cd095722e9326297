package org.waxwing.app.cli.words;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.send.ProtectionPlan;
import org.waxwing.app.trust.Readiness;

/// Why somebody can't receive sealed letters.
public final class ReadinessWords {
    private ReadinessWords() {}

    /// Everyone who is not ready, in one sentence.
    public static String sentence(List<ProtectionPlan.Recipient> recipients) {
        List<String> reasons = recipients.stream()
                .map(recipient -> recipient.address().text() + " (" + reason(recipient.readiness()) + ")")
                .toList();
        return "Not sealed, and nothing was sent to anyone: " + String.join(", ", reasons) + ".";
    }

    /// One reason.
    public static String reason(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready(var _, var _, Optional<Instant> expires) ->
                expires.map(end -> "ready, until " + ObjectionWords.day(end)).orElse("ready");
            case Readiness.NoCard() -> "no address card";
            case Readiness.CardUnusable(var _, var objections) ->
                "address card not usable: " + ObjectionWords.clause(objections);
        };
    }
}
