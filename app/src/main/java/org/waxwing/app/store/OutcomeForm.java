package org.waxwing.app.store;

import java.util.List;
import org.waxwing.app.StorageException;
import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.app.account.ConnectionProblem.Cause;
import org.waxwing.app.send.SubmissionOutcome;
import org.waxwing.app.send.SubmissionOutcome.Accepted;
import org.waxwing.app.send.SubmissionOutcome.PartlyAccepted;
import org.waxwing.app.send.SubmissionOutcome.Refusal;
import org.waxwing.app.send.SubmissionOutcome.Refused;
import org.waxwing.app.send.SubmissionOutcome.SmtpReply;
import org.waxwing.app.send.SubmissionOutcome.Unknown;
import org.waxwing.app.send.SubmissionOutcome.Unreachable;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// The stored form of a submission's outcome: its kind in one word, then its fields.
final class OutcomeForm {
    private OutcomeForm() {}

    static Octets written(SubmissionOutcome outcome) {
        FieldWriter out = new FieldWriter();
        switch (outcome) {
            case Accepted accepted -> reply(out.text("accepted"), accepted.reply());
            case PartlyAccepted partly ->
                reply(
                        out.text("partly")
                                .many(partly.accepted(), FieldWriter::address)
                                .many(partly.refused(), OutcomeForm::refusal),
                        partly.reply());
            case Refused refused ->
                reply(out.text("refused").many(refused.refused(), OutcomeForm::refusal), refused.reply());
            case Unreachable unreachable -> problem(out.text("unreachable"), unreachable.problem());
            case Unknown _ -> out.text("unknown");
        }
        return out.done();
    }

    static SubmissionOutcome read(Octets written) {
        FieldReader in = new FieldReader(written);
        return switch (in.text()) {
            case "accepted" -> new Accepted(reply(in));
            case "partly" -> {
                List<AddrSpec> accepted = in.many(FieldReader::address);
                List<Refusal> refused = in.many(OutcomeForm::refusal);
                yield new PartlyAccepted(accepted, refused, reply(in));
            }
            case "refused" -> {
                List<Refusal> refused = in.many(OutcomeForm::refusal);
                yield new Refused(refused, reply(in));
            }
            case "unreachable" -> new Unreachable(problem(in));
            case "unknown" -> new Unknown();
            default -> throw new StorageException("The outbox holds an outcome of a newer version.");
        };
    }

    private static void problem(FieldWriter out, ConnectionProblem problem) {
        switch (problem) {
            case ConnectionProblem.Unreachable(String host, int port, Cause cause) ->
                out.text("unreachable").text(host).number(port).text(cause.name());
            case ConnectionProblem.TlsNotOffered(String host) ->
                out.text("no-tls").text(host);
            case ConnectionProblem.TlsFailed(String host) ->
                out.text("tls-failed").text(host);
            case ConnectionProblem.CertificateNotTrusted(String host, boolean expired) ->
                out.text("not-trusted").text(host).truth(expired);
            case ConnectionProblem.CertificateForAnotherName(String host) ->
                out.text("another-name").text(host);
            case ConnectionProblem.SignInRefused(String host, String reply) ->
                out.text("sign-in").text(host).text(reply);
            case ConnectionProblem.ProtocolBroken(String host) ->
                out.text("broken").text(host);
        }
    }

    private static ConnectionProblem problem(FieldReader in) {
        String kind = in.text();
        String host = in.text();
        return switch (kind) {
            case "unreachable" -> {
                int port = Math.toIntExact(in.number());
                yield new ConnectionProblem.Unreachable(host, port, Cause.valueOf(in.text()));
            }
            case "no-tls" -> new ConnectionProblem.TlsNotOffered(host);
            case "tls-failed" -> new ConnectionProblem.TlsFailed(host);
            case "not-trusted" -> new ConnectionProblem.CertificateNotTrusted(host, in.truth());
            case "another-name" -> new ConnectionProblem.CertificateForAnotherName(host);
            case "sign-in" -> new ConnectionProblem.SignInRefused(host, in.text());
            case "broken" -> new ConnectionProblem.ProtocolBroken(host);
            default -> throw new StorageException("The outbox holds an outcome of a newer version.");
        };
    }

    private static void refusal(FieldWriter out, Refusal refusal) {
        reply(out.address(refusal.recipient()), refusal.reply());
    }

    private static Refusal refusal(FieldReader in) {
        AddrSpec recipient = in.address();
        return new Refusal(recipient, reply(in));
    }

    private static void reply(FieldWriter out, SmtpReply reply) {
        out.number(reply.code()).text(reply.text());
    }

    private static SmtpReply reply(FieldReader in) {
        int code = Math.toIntExact(in.number());
        return new SmtpReply(code, in.text());
    }
}
