package org.waxwing.app.practice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.waxwing.crypto.Submittable;
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

    /// Takes a letter from a client.
    ///
    /// @return the letter's number
    int take(SmtpTransaction transaction, Wire wire, String helo, Octets letter) {
        Instant now = clock.instant();
        int number = numbers.incrementAndGet();
        Octets trace = new ReceivedLine(helo, wire.peer(), wire.tls(), transaction.utf8(), number, now).bytes();
        String tls = wire.tls()
                .map(session -> session.getProtocol() + " " + session.getCipherSuite())
                .orElse("none");
        carry(transaction.sender(), transaction.recipients(), tls, letter, trace, now);
        return number;
    }

    /// Takes a letter from somebody in this very process.
    void takeFromWithin(AddrSpec sender, List<AddrSpec> recipients, Submittable letter) {
        Instant now = clock.instant();
        Octets trace = ReceivedLine.fromWithin(numbers.incrementAndGet(), now);
        carry(sender, recipients, RelayedLetter.FROM_WITHIN, letter.bytes(), trace, now);
    }

    private void carry(
            AddrSpec sender, List<AddrSpec> recipients, String tls, Octets letter, Octets trace, Instant now) {
        Optional<String> messageId = OuterFields.of(letter).first("Message-ID");
        ledger.note(new RelayedLetter(messageId, sender, recipients, tls, letter, now));
        Octets traced = Runs.joined(List.of(trace, letter));
        for (AddrSpec recipient : recipients) {
            residents.withAddress(recipient).ifPresent(resident -> {
                long _ = resident.pigeonholes().inbox().put(traced, Set.of(), now);
            });
        }
    }
}
