package org.waxwing.app.smtp;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.send.SubmissionOutcome;
import org.waxwing.app.send.SubmissionOutcome.Refusal;
import org.waxwing.app.send.SubmissionOutcome.SmtpReply;
import org.waxwing.crypto.mime.AddrSpec;

/// Reads one clear outcome out of the library's chains of exceptions.
///
/// @param recipients in the order in which they were offered
record Outcomes(List<AddrSpec> recipients) {
    SubmissionOutcome of(MessagingException failed, MarkingTransport transport, ServerAddress server) {
        List<SMTPAddressFailedException> byAddress = refusedAddresses(failed);
        List<Refusal> refused =
                byAddress.stream().map(this::refusal).flatMap(Optional::stream).toList();
        if (transport.ending()) {
            return afterTheEnd(refused, transport.verdict());
        }
        boolean cut = byAddress.stream().anyMatch(refusal -> refusal.getReturnCode() < 0);
        Optional<SmtpReply> whole = replyToAll(failed)
                .or(transport::lastRefusal)
                .or(() -> refused.stream().map(Refusal::reply).reduce((_, last) -> last));
        if (cut || whole.isEmpty()) {
            return new SubmissionOutcome.Unreachable(SmtpSession.problemOf(server, failed));
        }
        return new SubmissionOutcome.Refused(refused, whole.get());
    }

    private SubmissionOutcome afterTheEnd(List<Refusal> refused, Optional<SmtpReply> whole) {
        if (whole.isEmpty()) {
            return new SubmissionOutcome.Unknown();
        }
        SmtpReply reply = whole.get();
        if (reply.code() >= 400) {
            return new SubmissionOutcome.Refused(List.of(), reply);
        }
        if (refused.isEmpty()) {
            return new SubmissionOutcome.Accepted(reply);
        }
        Set<AddrSpec> not = refused.stream().map(Refusal::recipient).collect(Collectors.toSet());
        List<AddrSpec> accepted = recipients.stream()
                .filter(recipient -> !not.contains(recipient))
                .toList();
        return new SubmissionOutcome.PartlyAccepted(accepted, refused, reply);
    }

    /// The answer to MAIL or DATA; nothing when there was none.
    private static Optional<SmtpReply> replyToAll(MessagingException failed) {
        return failed instanceof SMTPSendFailedException send && send.getReturnCode() >= 200
                ? Optional.of(Replies.of(send.getReturnCode(), send.getMessage()))
                : Optional.empty();
    }

    private Optional<Refusal> refusal(SMTPAddressFailedException failed) {
        String text = failed.getAddress().getAddress();
        return AddrSpec.parse(text)
                .map(address -> new Refusal(spelt(address), Replies.of(failed.getReturnCode(), failed.getMessage())));
    }

    private AddrSpec spelt(AddrSpec address) {
        return recipients.stream().filter(address::equals).findFirst().orElse(address);
    }

    private static List<SMTPAddressFailedException> refusedAddresses(MessagingException failed) {
        List<SMTPAddressFailedException> found = new ArrayList<>();
        for (Exception next = failed; next instanceof MessagingException link; next = link.getNextException()) {
            if (link instanceof SMTPAddressFailedException refusal) {
                found.add(refusal);
            }
        }
        return found;
    }
}
