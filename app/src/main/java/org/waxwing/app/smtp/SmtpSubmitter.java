package org.waxwing.app.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.ConnectionReport.Connection;
import org.waxwing.app.connection.Connector;
import org.waxwing.app.connection.Patience;
import org.waxwing.app.connection.ServerCheck;
import org.waxwing.app.connection.Unconnectable;
import org.waxwing.app.dispatch.SmtpEnvelope;
import org.waxwing.app.dispatch.Submitter;
import org.waxwing.app.send.SubmissionOutcome;
import org.waxwing.app.send.SubmissionOutcome.Refused;
import org.waxwing.app.send.SubmissionOutcome.Unreachable;
import org.waxwing.crypto.Submittable;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Submits with Angus Mail, one connection for each message. The bytes go out as they are, but for the
/// dots that SMTP doubles (RFC 5321 §4.5.2).
public final class SmtpSubmitter implements Submitter, ServerCheck {
    private final Connector connector;
    private final Patience patience;

    public SmtpSubmitter(Patience patience) {
        this.patience = patience;
        this.connector = new Connector(patience);
    }

    @Override
    public Connection check(Account.Login login, Passphrase password) {
        try (SmtpSession session = SmtpSession.open(connector, patience, login, password, Optional.empty(), () -> {})) {
            Connection good = new Connection.Good(
                    login.server().host(),
                    session.socket().protocol(),
                    session.socket().certificateFor());
            session.quit();
            return good;
        } catch (Unconnectable problem) {
            return new Connection.Bad(problem.problem());
        }
    }

    @Override
    public SubmissionOutcome submit(
            Account.Login relay,
            Passphrase password,
            SmtpEnvelope envelope,
            Submittable message,
            Runnable beforeTheEnd) {
        boolean beyondAscii = WireAddress.beyondAscii(envelope);
        try (SmtpSession session =
                SmtpSession.open(connector, patience, relay, password, Optional.of(envelope), beforeTheEnd)) {
            Optional<SubmissionOutcome> unfit = unfit(session, beyondAscii, message.bytes());
            return unfit.isPresent() ? unfit.get() : hand(session, relay, envelope, message.bytes());
        } catch (Unconnectable problem) {
            return new Unreachable(problem.problem());
        }
    }

    private SubmissionOutcome hand(SmtpSession session, Account.Login relay, SmtpEnvelope envelope, Octets bytes) {
        MarkingTransport transport = session.transport();
        RawMessage raw = new RawMessage(session.session(), bytes);
        Address[] recipients =
                envelope.recipients().stream().map(SmtpSubmitter::address).toArray(Address[]::new);
        Outcomes outcomes = new Outcomes(envelope.recipients());
        try {
            transport.sendMessage(raw, recipients);
            SubmissionOutcome accepted = new SubmissionOutcome.Accepted(
                    Replies.of(transport.getLastReturnCode(), transport.getLastServerResponse()));
            session.quit();
            return accepted;
        } catch (MessagingException failed) {
            return outcomes.of(failed, transport, relay.server());
        }
    }

    /// What the relay can't carry is refused before a word of it goes out.
    private static Optional<SubmissionOutcome> unfit(SmtpSession session, boolean beyondAscii, Octets bytes) {
        if (beyondAscii && !session.transport().supportsExtension("SMTPUTF8")) {
            return Optional.of(new Refused(
                    List.of(), Replies.of(553, "this relay carries no addresses with characters beyond ASCII")));
        }
        if (eightBit(bytes) && !session.transport().supportsExtension("8BITMIME")) {
            return Optional.of(new Refused(List.of(), Replies.of(554, "this relay carries seven-bit letters only")));
        }
        return Optional.empty();
    }

    private static boolean eightBit(Octets bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.at(i) > 0x7F) {
                return true;
            }
        }
        return false;
    }

    private static InternetAddress address(AddrSpec address) {
        InternetAddress made = new InternetAddress();
        made.setAddress(WireAddress.of(address));
        return made;
    }
}
