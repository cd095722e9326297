package org.waxwing.app.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.app.account.ConnectionProblem.Cause;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.connection.Connector;
import org.waxwing.app.connection.SecuredSocket;
import org.waxwing.app.connection.Unconnectable;
import org.waxwing.crypto.secret.Passphrase;

/// A signed-in conversation with an IMAP server, inside verified TLS from the library's first byte.
final class ImapSession implements AutoCloseable {
    private static final List<String> SENT_NAMES =
            List.of("Sent", "Sent Items", "Sent Messages", "Sent Mail", "INBOX.Sent", "INBOX/Sent", "Gesendet");

    private final ServerAddress server;
    private final SecuredSockets sockets;
    private final IMAPStore store;

    private ImapSession(ServerAddress server, SecuredSockets sockets, IMAPStore store) {
        this.server = server;
        this.sockets = sockets;
        this.store = store;
    }

    static ImapSession open(Connector connector, Account.Login login, Passphrase password) throws Unconnectable {
        ServerAddress server = login.server();
        SecuredSockets sockets = new SecuredSockets(connector, server);
        Session session = Session.getInstance(properties(sockets));
        URLName signIn =
                new URLName("imap", server.host(), server.port(), null, login.userName(), password.lend(String::new));
        ImapSession opened = new ImapSession(server, sockets, new IMAPStore(session, signIn));
        boolean done = false;
        try {
            opened.store.connect();
            done = true;
            return opened;
        } catch (AuthenticationFailedException refused) {
            throw opened.signInRefused(refused);
        } catch (MessagingException failed) {
            throw opened.unconnectable(failed);
        } finally {
            if (!done) {
                opened.close();
            }
        }
    }

    Optional<SecuredSocket> socket() {
        return sockets.last();
    }

    IMAPFolder inbox() throws MessagingException {
        return (IMAPFolder) store.getFolder("INBOX");
    }

    /// The folder for sent letters: the one that the server names so (RFC 6154 §2), else one with a usual
    /// name.
    Optional<IMAPFolder> sent() throws MessagingException {
        Folder[] all = store.getDefaultFolder().list("*");
        for (Folder folder : all) {
            if (List.of(((IMAPFolder) folder).getAttributes()).stream().anyMatch("\\Sent"::equalsIgnoreCase)) {
                return Optional.of((IMAPFolder) folder);
            }
        }
        for (String name : SENT_NAMES) {
            for (Folder folder : all) {
                if (folder.getFullName().equalsIgnoreCase(name)) {
                    return Optional.of((IMAPFolder) folder);
                }
            }
        }
        return Optional.empty();
    }

    /// The folder for sent letters, made where there is none.
    IMAPFolder sentOrNew() throws MessagingException {
        Optional<IMAPFolder> there = sent();
        if (there.isPresent()) {
            return there.get();
        }
        IMAPFolder made = (IMAPFolder) store.getFolder("Sent");
        if (!made.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("the server makes no folder for sent letters");
        }
        return made;
    }

    /// What an exception of the library means.
    Unconnectable unconnectable(MessagingException failed) {
        if (sockets.problem().isPresent()) {
            return sockets.problem().get();
        }
        for (Throwable cause = failed; cause != null; cause = next(cause)) {
            if (cause instanceof IOException ended) {
                return new Unconnectable(Connector.problemOf(server, ended), ended);
            }
        }
        return new Unconnectable(new ConnectionProblem.Unreachable(server.host(), server.port(), Cause.CLOSED));
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException _) {
            // It is given up; there is nothing more to do about it.
        }
    }

    private Unconnectable signInRefused(AuthenticationFailedException refused) {
        if (sockets.problem().isPresent()) {
            return sockets.problem().get();
        }
        return new Unconnectable(new ConnectionProblem.SignInRefused(server.host(), words(refused.getMessage())));
    }

    private static String words(@Nullable String text) {
        StringBuilder shown = new StringBuilder();
        if (text != null) {
            text.codePoints()
                    .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                    .limit(500)
                    .forEach(shown::appendCodePoint);
        }
        return shown.toString().strip();
    }

    private static @Nullable Throwable next(Throwable failed) {
        return failed instanceof MessagingException mail ? mail.getNextException() : failed.getCause();
    }

    private static Properties properties(SecuredSockets sockets) {
        Properties properties = new Properties();
        properties.put("mail.imap.socketFactory", sockets);
        properties.put("mail.imap.socketFactory.fallback", "false");
        properties.put("mail.imap.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.imap.peek", "true");
        properties.put("mail.imap.fetchsize", Integer.toString(1024 * 1024));
        properties.put("mail.imap.ignorebodystructuresize", "true");
        return properties;
    }
}
