package org.waxwing.app.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.waxwing.app.send.SubmissionOutcome.SmtpReply;

/// Angus's transport, which tells when it is about to end a message.
final class MarkingTransport extends SMTPTransport {
    private final Runnable beforeTheEnd;
    private boolean ending;
    private Optional<SmtpReply> verdict = Optional.empty();
    private Optional<SmtpReply> lastRefusal = Optional.empty();

    MarkingTransport(Session session, URLName signIn, Runnable beforeTheEnd) {
        super(session, signIn);
        this.beforeTheEnd = beforeTheEnd;
    }

    /// Whether the end of the message may have gone out.
    synchronized boolean ending() {
        return ending;
    }

    /// The relay's answer to the whole message. The library says RSET after a refusal and forgets the
    /// answer when that fails, as it does with relays that refuse and hang up.
    synchronized Optional<SmtpReply> verdict() {
        return verdict;
    }

    /// The relay's last word, if it was a refusal.
    synchronized Optional<SmtpReply> lastRefusal() {
        return lastRefusal;
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        if (verdict.isPresent()) {
            return -1;
        }
        int code = super.readServerResponse();
        if (ending && code >= 200) {
            verdict = Optional.of(Replies.of(code, getLastServerResponse()));
        }
        lastRefusal = code >= 400 ? Optional.of(Replies.of(code, getLastServerResponse())) : Optional.empty();
        return code;
    }

    @Override
    protected synchronized void finishData() throws IOException, MessagingException {
        beforeTheEnd.run();
        ending = true;
        super.finishData();
    }
}
