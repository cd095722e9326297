package org.waxwing.app.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.app.account.ConnectionProblem.Cause;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.connection.BoundedLines;
import org.waxwing.app.connection.Connector;
import org.waxwing.app.connection.Patience;
import org.waxwing.app.connection.SecuredSocket;
import org.waxwing.app.connection.Unconnectable;
import org.waxwing.app.dispatch.SmtpEnvelope;
import org.waxwing.crypto.secret.Passphrase;

/// A signed-in conversation with a relay, inside verified TLS from the library's first byte.
final class SmtpSession implements AutoCloseable {
    private final SecuredSocket socket;
    private final MarkingTransport transport;
    private final Session session;

    private SmtpSession(SecuredSocket socket, MarkingTransport transport, Session session) {
        this.socket = socket;
        this.transport = transport;
        this.session = session;
    }

    /// Connects and signs in, or fails with an [Unconnectable].
    static SmtpSession open(
            Connector connector,
            Patience patience,
            Account.Login relay,
            Passphrase password,
            Optional<SmtpEnvelope> envelope,
            Runnable beforeTheEnd)
            throws Unconnectable {
        ServerAddress server = relay.server();
        SecuredSocket socket = connector.open(server, new SmtpStartTls(), in -> new BoundedLines(server.host(), in));
        Session session = Session.getInstance(properties(envelope));
        URLName signIn =
                new URLName("smtp", server.host(), server.port(), null, relay.userName(), password.lend(String::new));
        SmtpSession opened = new SmtpSession(
                socket,
                new MarkingTransport(session, signIn, () -> {
                    beforeTheEnd.run();
                    socket.allow(patience.verdict());
                }),
                session);
        boolean done = false;
        try {
            opened.signIn(server);
            done = true;
            return opened;
        } finally {
            if (!done) {
                opened.close();
            }
        }
    }

    SecuredSocket socket() {
        return socket;
    }

    MarkingTransport transport() {
        return transport;
    }

    Session session() {
        return session;
    }

    /// Takes leave politely; what the server answers doesn't matter any more.
    void quit() {
        try {
            transport.close();
        } catch (MessagingException _) {
            // The letter is handed over; how the connection ends changes nothing.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // It is given up; there is nothing more to do about it.
        }
    }

    /// What an exception of the library means, when no answer of the server explains it.
    static ConnectionProblem problemOf(ServerAddress server, Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = next(cause)) {
            if (cause instanceof IOException ended) {
                return Connector.problemOf(server, ended);
            }
        }
        return new ConnectionProblem.Unreachable(server.host(), server.port(), Cause.CLOSED);
    }

    private static @Nullable Throwable next(Throwable failed) {
        return failed instanceof MessagingException mail ? mail.getNextException() : failed.getCause();
    }

    private void signIn(ServerAddress server) throws Unconnectable {
        try {
            transport.connect(socket);
        } catch (AuthenticationFailedException refused) {
            throw new Unconnectable(signInProblem(server, refused));
        } catch (MessagingException failed) {
            throw new Unconnectable(problemOf(server, failed));
        }
        if (!transport.supportsExtension("AUTH")) {
            throw new Unconnectable(new ConnectionProblem.SignInRefused(server.host(), ""));
        }
    }

    private static ConnectionProblem signInProblem(ServerAddress server, AuthenticationFailedException refused) {
        if (refused.getNextException() instanceof MessagingException broken) {
            return problemOf(server, broken);
        }
        String reply = refused.getMessage() == null ? "" : refused.getMessage();
        if (reply.startsWith("[EOF]") || reply.startsWith("421")) {
            return new ConnectionProblem.Unreachable(server.host(), server.port(), Cause.CLOSED);
        }
        boolean ours = !reply.startsWith("4") && !reply.startsWith("5") && !reply.startsWith("334");
        return new ConnectionProblem.SignInRefused(server.host(), ours ? "" : Replies.words(reply));
    }

    private static Properties properties(Optional<SmtpEnvelope> envelope) {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", SmtpStartTls.OUR_NAME);
        properties.put("mail.smtp.auth", "true");
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.sasl.authorizationid", "");
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.quitwait", "false");
        envelope.ifPresent(known -> properties.put("mail.smtp.from", WireAddress.of(known.from())));
        properties.put(
                "mail.mime.allowutf8",
                Boolean.toString(envelope.filter(WireAddress::beyondAscii).isPresent()));
        return properties;
    }
}
