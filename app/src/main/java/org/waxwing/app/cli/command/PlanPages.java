package org.waxwing.app.cli.command;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.ReadinessWords;
import org.waxwing.app.cli.words.StandingWords;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.ProtectionPlan;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.cert.Fingerprint;

/// Who gets a letter by what, as the terminal shows it before anything is sent, and as `send --json` prints
/// it beside what was sent.
final class PlanPages {
    private PlanPages() {}

    /// A line for each recipient.
    static void show(Terminal terminal, ProtectionPlan plan) throws IOException {
        for (ProtectionPlan.Recipient recipient : plan.recipients()) {
            terminal.line(recipient.address().text() + ": " + ReadinessWords.plan(recipient.readiness()));
        }
    }

    /// One object: the recipients, and the copies that went into the outbox.
    ///
    /// @param plan nothing for a letter that isn't to be sealed
    static void print(Terminal terminal, Optional<ProtectionPlan> plan, List<Outbox.Entry> copies) throws IOException {
        JsonLine.print(terminal, json -> {
            plan.ifPresent(sealing -> json.truth("sealable", sealing.sealPossible())
                    .truth("own_seal", sealing.ownSealReady())
                    .objects("recipients", sealing.recipients(), PlanPages::fill));
            json.objects("copies", copies, OutboxPages::fill);
        });
    }

    private static void fill(JsonLine json, ProtectionPlan.Recipient recipient) {
        json.text("address", recipient.address().text());
        switch (recipient.readiness()) {
            case Readiness.Ready(var certificate, var standing, var ends, var confirmedBy) ->
                json.text("readiness", "ready")
                        .text("technology", technology(certificate))
                        .text("certificate", certificate.hex())
                        .text("standing", StandingWords.code(standing))
                        .text("confirmed_by", confirmedBy)
                        .text("ends", ends.map(Instant::toString));
            case Readiness.NoCard() -> json.text("readiness", "no-card").text("technology", Optional.empty());
            case Readiness.CardUnusable(var certificate, var _) ->
                withCard(json, "unusable", certificate, recipient.readiness());
            case Readiness.OtherTechnology(var certificate, var _) ->
                withCard(json, "other-technology", certificate, recipient.readiness());
        }
    }

    private static void withCard(JsonLine json, String code, Fingerprint certificate, Readiness readiness) {
        json.text("readiness", code)
                .text("technology", technology(certificate))
                .text("certificate", certificate.hex())
                .text("reason", ReadinessWords.reason(readiness));
    }

    private static String technology(Fingerprint certificate) {
        return Technology.of(certificate).name().toLowerCase(Locale.ROOT);
    }

    /// How a plan alone ends: as sending would.
    static ExitCode end(ProtectionPlan plan, Optional<Technology> only) {
        if (!plan.ownSealReady()) {
            throw Refusals.noSeal(Optional.empty(), only);
        }
        if (!plan.sealPossible()) {
            throw Refusals.notReady(plan.notReady());
        }
        return ExitCode.OK;
    }
}
