package org.waxwing.app.practice;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.account.TlsMode;
import org.waxwing.crypto.Submittable;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;

/// A submission server (RFC 6409) and an IMAP4rev1 server on loopback, in this process and in memory.
/// Clients reach it under the same rules as any server: TLS with a certificate for `localhost` that they
/// must check against the authority in [#submission] and [#incoming], and signing in.
///
/// It relays between its own mailboxes only, and keeps the exact bytes of every letter that it was given.
///
/// Limits: 64 clients at once, 64 MiB a letter, 100 recipients a letter, 12,288 bytes a line.
public final class PracticePostOffice implements AutoCloseable {
    private final SecureRandom random;
    private final InstantSource clock;
    private final ServerTls tls;
    private final Residents residents = new Residents();
    private final Ledger ledger = new Ledger();
    private final Relay relay;
    private final Doors doors;
    private final int submissionPort;
    private final int submissionsPort;
    private final int imapPort;
    private final int imapsPort;

    private PracticePostOffice(SecureRandom random, InstantSource clock) throws IOException {
        this.random = random;
        this.clock = clock;
        this.tls = ServerTls.make(random, clock.instant());
        this.doors = new Doors(tls);
        this.relay = new Relay(residents, ledger, clock);
        this.submissionPort = doors.open(false, wire -> new SmtpConversation(wire, tls, relay));
        this.submissionsPort = doors.open(true, wire -> new SmtpConversation(wire, tls, relay));
        this.imapPort = doors.open(false, wire -> new ImapConversation(wire, tls, residents, clock));
        this.imapsPort = doors.open(true, wire -> new ImapConversation(wire, tls, residents, clock));
    }

    /// Opens it on ports that are free.
    ///
    /// @param clock for Received lines and the certificate; TLS clients compare that with the real time
    public static PracticePostOffice open(SecureRandom random, InstantSource clock) {
        try {
            return new PracticePostOffice(random, clock);
        } catch (IOException e) {
            throw new PracticeException(
                    "No port on this computer's loopback interface is free for the practice post office.", e);
        }
    }

    /// Gives somebody a mailbox and a random password.
    public PracticeMailbox mailboxFor(Mailbox owner) {
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        Octets password = Octets.ofUtf8(HexFormat.of().formatHex(secret));
        Pigeonholes pigeonholes = new Pigeonholes(clock.instant().getEpochSecond() & 0x7FFF_FFFFL);
        Resident resident = new Resident(owner.address(), password, pigeonholes);
        if (!residents.add(resident)) {
            throw new IllegalArgumentException("somebody has this address already");
        }
        return new PracticeMailbox(this, owner, password, resident);
    }

    /// The submission server.
    public ServerAddress submission(TlsMode mode) {
        return address(mode == TlsMode.IMPLICIT ? submissionsPort : submissionPort, mode);
    }

    /// The IMAP server.
    public ServerAddress incoming(TlsMode mode) {
        return address(mode == TlsMode.IMPLICIT ? imapsPort : imapPort, mode);
    }

    /// Every letter that the relay was given, in order.
    public List<RelayedLetter> relayed() {
        return ledger.all();
    }

    /// What the relay had of one letter.
    ///
    /// @param messageId with angle brackets
    public Optional<RelayedLetter> relayed(String messageId) {
        return ledger.withId(messageId);
    }

    void takeFromWithin(AddrSpec sender, List<AddrSpec> recipients, Submittable letter) {
        relay.takeFromWithin(sender, recipients, letter);
    }

    void deliver(Resident resident, Octets message) {
        long _ = resident.pigeonholes().inbox().put(message, Set.of(), clock.instant());
    }

    private ServerAddress address(int port, TlsMode mode) {
        return new ServerAddress("localhost", port, mode, Optional.of(tls.anchor()));
    }

    @Override
    public void close() {
        doors.close();
    }
}
