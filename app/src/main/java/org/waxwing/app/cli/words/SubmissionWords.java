package org.waxwing.app.cli.words;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.SubmissionOutcome;
import org.waxwing.crypto.mime.AddrSpec;

/// What happened to a letter on its way to the relay: a line for each recipient, and the exit code.
public final class SubmissionWords {
    private SubmissionWords() {}

    /// A line for each recipient.
    public static List<String> lines(Outbox.Entry entry) {
        return switch (entry.state()) {
            case Outbox.State.HandedOver(var _, String reply) ->
                forEach(entry.recipients(), "handed to the relay: " + reply);
            case Outbox.State.Waiting() -> forEach(entry.recipients(), "waits in the outbox");
            case Outbox.State.Unconfirmed(var _) ->
                forEach(entry.recipients(), "the relay never answered; it may have the letter");
            case Outbox.State.Failed(var _, SubmissionOutcome outcome) -> failed(entry.recipients(), outcome);
        };
    }

    /// The stable name of a state in JSON.
    public static String code(Outbox.State state) {
        return switch (state) {
            case Outbox.State.Waiting() -> "waiting";
            case Outbox.State.HandedOver _ -> "handed-over";
            case Outbox.State.Unconfirmed _ -> "unconfirmed";
            case Outbox.State.Failed(var _, SubmissionOutcome outcome) ->
                switch (outcome) {
                    case SubmissionOutcome.Accepted _ -> "handed-over";
                    case SubmissionOutcome.PartlyAccepted _ -> "partly-refused";
                    case SubmissionOutcome.Refused _ -> "refused";
                    case SubmissionOutcome.Unreachable _ -> "unreachable";
                    case SubmissionOutcome.Unknown _ -> "unconfirmed";
                };
        };
    }

    public static ExitCode exit(Outbox.State state) {
        return switch (state) {
            case Outbox.State.HandedOver _ -> ExitCode.OK;
            case Outbox.State.Waiting _ -> ExitCode.NOT_NOW;
            case Outbox.State.Unconfirmed _ -> ExitCode.UNCONFIRMED;
            case Outbox.State.Failed(var _, SubmissionOutcome outcome) ->
                switch (outcome) {
                    case SubmissionOutcome.Accepted _ -> ExitCode.OK;
                    case SubmissionOutcome.PartlyAccepted partly ->
                        allTemporary(partly.refused()) ? ExitCode.NOT_NOW : ExitCode.REFUSED_BY_RELAY;
                    case SubmissionOutcome.Refused refused ->
                        refused.reply().temporary() ? ExitCode.NOT_NOW : ExitCode.REFUSED_BY_RELAY;
                    case SubmissionOutcome.Unreachable _ -> ExitCode.NOT_NOW;
                    case SubmissionOutcome.Unknown _ -> ExitCode.UNCONFIRMED;
                };
        };
    }

    private static boolean allTemporary(List<SubmissionOutcome.Refusal> refusals) {
        return refusals.stream().allMatch(refusal -> refusal.reply().temporary());
    }

    private static List<String> failed(List<AddrSpec> recipients, SubmissionOutcome outcome) {
        return switch (outcome) {
            case SubmissionOutcome.Accepted(var reply) -> forEach(recipients, "handed to the relay: " + said(reply));
            case SubmissionOutcome.PartlyAccepted(var accepted, var refused, var reply) -> {
                List<String> lines = new ArrayList<>(forEach(accepted, "handed to the relay: " + said(reply)));
                lines.addAll(refusals(refused));
                yield lines;
            }
            case SubmissionOutcome.Refused(var refused, var reply) ->
                refused.isEmpty() ? forEach(recipients, "refused by the relay: " + said(reply)) : refusals(refused);
            case SubmissionOutcome.Unreachable(var problem) ->
                forEach(recipients, "waits in the outbox. " + ConnectionWords.sentence(problem));
            case SubmissionOutcome.Unknown() -> forEach(recipients, "the relay never answered; it may have the letter");
        };
    }

    private static List<String> refusals(List<SubmissionOutcome.Refusal> refused) {
        return refused.stream()
                .map(refusal -> refusal.recipient().text() + ": refused by the relay: " + said(refusal.reply()))
                .toList();
    }

    private static List<String> forEach(List<AddrSpec> recipients, String what) {
        return recipients.stream().map(address -> address.text() + ": " + what).toList();
    }

    private static String said(SubmissionOutcome.SmtpReply reply) {
        return reply.code() + " " + reply.text();
    }
}
