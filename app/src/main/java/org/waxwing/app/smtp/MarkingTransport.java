package org.waxwing.app.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Angus's transport, which tells when it is about to end a message.
final class MarkingTransport extends SMTPTransport {
    private final Runnable beforeTheEnd;
    private boolean ending;

    MarkingTransport(Session session, URLName signIn, Runnable beforeTheEnd) {
        super(session, signIn);
        this.beforeTheEnd = beforeTheEnd;
    }

    /// Whether the end of the message may have gone out.
    synchronized boolean ending() {
        return ending;
    }

    @Override
    protected synchronized void finishData() throws IOException, MessagingException {
        beforeTheEnd.run();
        ending = true;
        super.finishData();
    }
}
