package org.waxwing.app.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.ConnectionReport.Connection;
import org.waxwing.app.arrival.MailDrop;
import org.waxwing.app.arrival.MailFetcher;
import org.waxwing.app.connection.Connector;
import org.waxwing.app.connection.Patience;
import org.waxwing.app.connection.SecuredSocket;
import org.waxwing.app.connection.ServerCheck;
import org.waxwing.app.connection.Unconnectable;
import org.waxwing.app.mailbox.Letters.Folder.Kind;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Fetches with Angus Mail: INBOX and the folder for sent letters, opened read-only, the bytes of each new
/// letter as the server has them. Changes no flag.
public final class ImapFetcher implements MailFetcher, ServerCheck {
    /// Larger letters stay on the server.
    public static final int LARGEST = 100 * 1024 * 1024;

    private final Connector connector;

    public ImapFetcher(Patience patience) {
        this.connector = new Connector(patience);
    }

    @Override
    public Connection check(Account.Login login, Passphrase password) {
        try (ImapSession session = ImapSession.open(connector, login, password)) {
            SecuredSocket socket = session.socket().orElseThrow();
            return new Connection.Good(login.server().host(), socket.protocol(), socket.certificateFor());
        } catch (Unconnectable problem) {
            return new Connection.Bad(problem.problem());
        }
    }

    @Override
    public void fetch(Account.Login server, Passphrase password, MailDrop drop) throws Unconnectable {
        try (ImapSession session = ImapSession.open(connector, server, password)) {
            try {
                fetch(session.inbox(), Kind.INBOX, drop);
                Optional<IMAPFolder> sent = session.sent();
                if (sent.isPresent()) {
                    fetch(sent.get(), Kind.SENT, drop);
                }
            } catch (MessagingException failed) {
                throw session.unconnectable(failed);
            }
        }
    }

    private static void fetch(IMAPFolder folder, Kind kind, MailDrop drop) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        try {
            long validity = folder.getUIDValidity();
            long newest = drop.newestUid(kind, validity);
            Message[] candidates = folder.getMessagesByUID(newest + 1, UIDFolder.LASTUID);
            FetchProfile profile = new FetchProfile();
            profile.add(UIDFolder.FetchProfileItem.UID);
            profile.add(FetchProfile.Item.FLAGS);
            profile.add(FetchProfile.Item.SIZE);
            folder.fetch(candidates, profile);
            for (Numbered found : ascending(folder, candidates, newest)) {
                take(found, kind, validity, drop);
            }
        } finally {
            folder.close(false);
        }
    }

    private static void take(Numbered found, Kind kind, long validity, MailDrop drop) throws MessagingException {
        try {
            if (found.message().getSize() > LARGEST) {
                drop.leave(kind, validity, found.uid());
                return;
            }
            CappedBytes bytes = new CappedBytes(LARGEST);
            found.message().writeTo(bytes);
            if (bytes.overflowed()) {
                drop.leave(kind, validity, found.uid());
            } else {
                boolean read = found.message().isSet(Flags.Flag.SEEN);
                drop.take(kind, validity, found.uid(), read, Octets.of(bytes.toByteArray()));
            }
        } catch (MessageRemovedException _) {
            // Somebody deleted it a moment ago; there is nothing to take.
        } catch (IOException cut) {
            throw new MessagingException("the connection ended", cut);
        }
    }

    /// Servers answer a range without an end with at least their newest letter, new or not.
    private static List<Numbered> ascending(IMAPFolder folder, Message[] candidates, long newest)
            throws MessagingException {
        Numbered[] numbered = new Numbered[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            numbered[i] = new Numbered(folder.getUID(candidates[i]), candidates[i]);
        }
        return Arrays.stream(numbered)
                .filter(found -> found.uid() > newest)
                .sorted(Comparator.comparingLong(Numbered::uid))
                .toList();
    }

    private record Numbered(long uid, Message message) {}
}
