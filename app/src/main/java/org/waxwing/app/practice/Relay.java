package org.waxwing.app.practice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// Takes letters in, notes what it saw, and puts them into the pigeonholes.
final class Relay {
    private final Residents residents;
    private final Ledger ledger;
    private final InstantSource clock;
    private final AtomicInteger numbers = new AtomicInteger();

    Relay(Residents residents, Ledger ledger, InstantSource clock) {
        this.residents = residents;
        this.ledger = ledger;
        this.clock = clock;
    }

    Residents residents() {
        return residents;
    }

    /// @return the letter's number
    int take(SmtpTransaction transaction, Wire wire, String helo, Octets letter) {
        Instant now = clock.instant();
        int number = numbers.incrementAndGet();
        ledger.note(new RelayedLetter(
                OuterFields.of(letter).first("Message-ID"),
                transaction.sender(),
                transaction.recipients(),
                wire.tls()
                        .map(session -> session.getProtocol() + " " + session.getCipherSuite())
                        .orElse("none"),
                letter,
                now));
        Octets trace = new ReceivedLine(helo, wire.peer(), wire.tls(), transaction.utf8(), number, now).bytes();
        Octets traced = Runs.joined(List.of(trace, letter));
        for (AddrSpec recipient : transaction.recipients()) {
            residents.withAddress(recipient).ifPresent(resident -> {
                long _ = resident.pigeonholes().inbox().put(traced, Set.of(), now);
            });
        }
        return number;
    }
}
