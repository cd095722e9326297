package org.waxwing.app.imap;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.waxwing.app.account.Account;
import org.waxwing.app.connection.Connector;
import org.waxwing.app.connection.Patience;
import org.waxwing.app.connection.Unconnectable;
import org.waxwing.app.dispatch.SentFolder;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Files sent letters on an IMAP server, and looks for them there.
public final class ImapSentFolder implements SentFolder {
    private final Connector connector;

    public ImapSentFolder(Patience patience) {
        this.connector = new Connector(patience);
    }

    @Override
    public boolean holds(Account.Login server, Passphrase password, String messageId) throws Unconnectable {
        try (ImapSession session = ImapSession.open(connector, server, password)) {
            try {
                Optional<IMAPFolder> sent = session.sent();
                return (sent.isPresent() && holds(sent.get(), messageId)) || holds(session.inbox(), messageId);
            } catch (MessagingException failed) {
                throw session.unconnectable(failed);
            }
        }
    }

    @Override
    public void file(Account.Login server, Passphrase password, String messageId, Octets message) throws Unconnectable {
        try (ImapSession session = ImapSession.open(connector, server, password)) {
            try {
                IMAPFolder sent = session.sentOrNew();
                if (!holds(sent, messageId)) {
                    sent.appendMessages(new Message[] {new Filed(message)});
                }
            } catch (MessagingException failed) {
                throw session.unconnectable(failed);
            }
        }
    }

    private static boolean holds(IMAPFolder folder, String messageId) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        try {
            return folder.search(new MessageIDTerm(messageId)).length > 0;
        } finally {
            folder.close(false);
        }
    }

    /// A letter that the library writes as it is, marked as read.
    private static final class Filed extends MimeMessage {
        private final Octets bytes;

        private Filed(Octets bytes) throws MessagingException {
            super(Session.getInstance(new Properties()));
            this.bytes = bytes;
            setFlag(Flags.Flag.SEEN, true);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            bytes.writeTo(out);
        }

        @Override
        public void writeTo(OutputStream out, String[] leftOut) throws IOException {
            bytes.writeTo(out);
        }

        @Override
        public int getSize() {
            return bytes.length();
        }
    }
}
