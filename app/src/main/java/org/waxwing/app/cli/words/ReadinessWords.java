package org.waxwing.app.cli.words;

import java.util.List;
import org.waxwing.app.send.ProtectionPlan;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Technology;

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
            case Readiness.Ready ready ->
                ready.expires()
                        .map(end -> "ready, until " + ObjectionWords.day(end))
                        .orElse("ready");
            case Readiness.NoCard() -> "no address card";
            case Readiness.CardUnusable(var _, var objections) ->
                "address card not usable: " + ObjectionWords.clause(objections);
            case Readiness.OtherTechnology other ->
                switch (Technology.of(other.certificate())) {
                    case OPENPGP ->
                        other.ruledOut() ? "reads OpenPGP, not S/MIME" : "reads OpenPGP, and you have no OpenPGP key";
                    case SMIME ->
                        other.ruledOut()
                                ? "reads S/MIME, not OpenPGP"
                                : "reads S/MIME, and you have no S/MIME certificate";
                };
        };
    }

    /// What would be done for one recipient, before anything is.
    public static String plan(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready ready ->
                "sealed by " + technology(ready) + ", address card " + StandingWords.phrase(ready.standing())
                        + ready.confirmedBy()
                                .map(authority -> ", confirmed by " + authority)
                                .orElse("")
                        + ready.expires()
                                .map(end -> ", until " + ObjectionWords.day(end))
                                .orElse("");
            case Readiness.NoCard _, Readiness.CardUnusable _, Readiness.OtherTechnology _ -> reason(readiness);
        };
    }

    /// By what a sealed letter reaches somebody; empty where none does.
    public static String technology(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready ready ->
                switch (Technology.of(ready.certificate())) {
                    case OPENPGP -> "OpenPGP";
                    case SMIME -> "S/MIME";
                };
            case Readiness.NoCard _, Readiness.CardUnusable _, Readiness.OtherTechnology _ -> "";
        };
    }
}
