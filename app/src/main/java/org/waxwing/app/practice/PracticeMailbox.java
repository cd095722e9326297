package org.waxwing.app.practice;

import com.google.errorprone.annotations.MustBeClosed;
import java.time.Duration;
import java.util.List;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.TlsMode;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Somebody's mailbox at the practice post office, as its owner sees it: what an account needs, and what
/// lies there.
public final class PracticeMailbox {
    private final PracticePostOffice office;
    private final Mailbox owner;
    private final Octets password;
    private final Resident resident;

    PracticeMailbox(PracticePostOffice office, Mailbox owner, Octets password, Resident resident) {
        this.office = office;
        this.owner = owner;
        this.password = password;
        this.resident = resident;
    }

    public Mailbox owner() {
        return owner;
    }

    /// Where its owner submits letters.
    public Account.Login submission(TlsMode tls) {
        return new Account.Login(office.submission(tls), owner.address().text());
    }

    /// Where its owner fetches letters.
    public Account.Login incoming(TlsMode tls) {
        return new Account.Login(office.incoming(tls), owner.address().text());
    }

    /// The password of both, to be closed by the caller.
    @MustBeClosed
    public Passphrase password() {
        return Passphrase.taking(password.latin1().toCharArray());
    }

    /// Puts a letter into INBOX, as if it had come from elsewhere.
    public void deliver(Octets message) {
        office.deliver(resident, message);
    }

    /// The letters in INBOX, oldest first, byte for byte.
    public List<Octets> inbox() {
        return bytes(resident.pigeonholes().inbox());
    }

    /// The letters in Sent, oldest first, byte for byte.
    public List<Octets> sent() {
        return bytes(resident.pigeonholes().sent());
    }

    /// Waits until INBOX holds so many letters.
    ///
    /// @return whether it did in time
    public boolean awaitInbox(int letters, Duration most) throws InterruptedException {
        Pigeonhole inbox = resident.pigeonholes().inbox();
        long end = System.nanoTime() + most.toNanos();
        while (true) {
            long changes = inbox.changes();
            if (inbox.letters().size() >= letters) {
                return true;
            }
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (left.isNegative() || !inbox.awaitChange(changes, left, () -> false)) {
                return false;
            }
        }
    }

    Pigeonhole pigeonhole() {
        return resident.pigeonholes().inbox();
    }

    private static List<Octets> bytes(Pigeonhole pigeonhole) {
        return pigeonhole.letters().stream().map(StoredLetter::bytes).toList();
    }

    @Override
    public String toString() {
        return "PracticeMailbox[redacted]";
    }
}
