package org.waxwing.app.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import org.waxwing.app.account.TlsMode;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;

/// An open office with Anna and Ben.
final class OfficeFixture implements AutoCloseable {
    final PracticePostOffice office = PracticePostOffice.open(new SecureRandom(), InstantSource.system());
    final PracticeMailbox anna = office.mailboxFor(new Mailbox("Anna", AddrSpec.of("anna@practice.example")));
    final PracticeMailbox ben = office.mailboxFor(new Mailbox("Ben", AddrSpec.of("ben@practice.example")));

    static String passwordOf(PracticeMailbox mailbox) {
        try (Passphrase password = mailbox.password()) {
            return password.lend(String::new);
        }
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String plain(PracticeMailbox mailbox) {
        return base64("\0" + mailbox.owner().address().text() + "\0" + passwordOf(mailbox));
    }

    /// Before STARTTLS, the greeting read.
    RawClient smtp() throws IOException {
        RawClient client = new RawClient(office.submission(TlsMode.STARTTLS_REQUIRED));
        String _ = client.reply().getLast();
        return client;
    }

    /// Under TLS and signed in.
    RawClient smtpOf(PracticeMailbox mailbox) throws IOException {
        RawClient client = smtp();
        String _ = client.ask("EHLO [127.0.0.1]");
        String _ = client.ask("STARTTLS");
        client.startTls();
        String _ = client.ask("EHLO [127.0.0.1]");
        String _ = client.ask("AUTH PLAIN " + plain(mailbox));
        return client;
    }

    /// Before STARTTLS, the greeting read.
    RawClient imap() throws IOException {
        RawClient client = new RawClient(office.incoming(TlsMode.STARTTLS_REQUIRED));
        String _ = client.line().orElseThrow();
        return client;
    }

    /// Under TLS and signed in.
    RawClient imapOf(PracticeMailbox mailbox) throws IOException {
        RawClient client = new RawClient(office.incoming(TlsMode.IMPLICIT));
        String _ = client.line().orElseThrow();
        var _ = client.command("l LOGIN " + mailbox.owner().address().text() + " " + passwordOf(mailbox));
        return client;
    }

    @Override
    public void close() {
        office.close();
    }
}
