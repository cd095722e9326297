package org.waxwing.ui.outbox;

import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.SubmissionOutcome;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// Where a letter is, in words.
public final class OutboxWords {
    private final Words words = Words.in(OutboxWords.class);
    private final ConnectionWords connections = new ConnectionWords();
    private final Dates dates;

    public OutboxWords(Dates dates) {
        this.dates = dates;
    }

    /// One or two words.
    String word(Outbox.State state) {
        return switch (state) {
            case Outbox.State.Waiting _ -> words.of("state.waiting");
            case Outbox.State.HandedOver _ -> words.of("state.handedOver");
            case Outbox.State.Failed failed ->
                switch (failed.outcome()) {
                    case SubmissionOutcome.Accepted _ -> words.of("state.handedOver");
                    case SubmissionOutcome.PartlyAccepted _ -> words.of("state.partly");
                    case SubmissionOutcome.Refused _ -> words.of("state.refused");
                    case SubmissionOutcome.Unreachable _ -> words.of("state.unreachable");
                    case SubmissionOutcome.Unknown _ -> words.of("state.unconfirmed");
                };
            case Outbox.State.Unconfirmed _ -> words.of("state.unconfirmed");
        };
    }

    /// The whole sentence.
    public String sentence(Outbox.State state) {
        return switch (state) {
            case Outbox.State.Waiting _ -> words.of("waiting");
            case Outbox.State.HandedOver over -> words.of("handedOver", dates.full(over.at()), over.reply());
            case Outbox.State.Failed failed ->
                switch (failed.outcome()) {
                    case SubmissionOutcome.Accepted accepted ->
                        words.of(
                                "handedOver",
                                dates.full(failed.at()),
                                accepted.reply().text());
                    case SubmissionOutcome.PartlyAccepted partly -> partly(partly);
                    case SubmissionOutcome.Refused refused ->
                        words.of(
                                "refused",
                                String.valueOf(refused.reply().code()),
                                refused.reply().text());
                    case SubmissionOutcome.Unreachable(ConnectionProblem problem) -> connections.sentence(problem);
                    case SubmissionOutcome.Unknown _ -> words.of("unconfirmed", dates.full(failed.at()));
                };
            case Outbox.State.Unconfirmed unconfirmed -> words.of("unconfirmed", dates.full(unconfirmed.at()));
        };
    }

    private String partly(SubmissionOutcome.PartlyAccepted partly) {
        return partly.refused().stream()
                .findFirst()
                .map(refusal -> words.of(
                        "partly",
                        partly.accepted().size(),
                        refusal.recipient().text(),
                        refusal.reply().text()))
                .orElse(words.of("partlyOnly", partly.accepted().size()));
    }
}
