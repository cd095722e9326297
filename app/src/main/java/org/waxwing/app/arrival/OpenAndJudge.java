package org.waxwing.app.arrival;

import java.time.InstantSource;
import java.util.Optional;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.read.ReadLetter;
import org.waxwing.app.read.Reading;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.People;
import org.waxwing.crypto.Authenticity;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.mime.Octets;

/// Opens letters with every key at hand, asking the person for the passphrases that only they know. A
/// letter that was locked when it came gets its line in the list once it was read.
public final class OpenAndJudge implements ReadLetter {
    private final Listing listing;
    private final LetterStore store;
    private final People people;
    private final PassphraseSource passphrases;
    private final InstantSource clock;

    public OpenAndJudge(
            Listing listing, LetterStore store, People people, PassphraseSource passphrases, InstantSource clock) {
        this.listing = listing;
        this.store = store;
        this.people = people;
        this.passphrases = passphrases;
        this.clock = clock;
    }

    @Override
    public Optional<Reading> read(LetterId id) {
        return store.raw(id).map(message -> {
            Reading reading = readFile(message);
            if (reading.opening() instanceof Opening.Opened) {
                ListedLetter fresh = Listing.of(message, reading.opening());
                if (store.listed(id).filter(fresh::equals).isEmpty()) {
                    store.list(id, fresh);
                }
            }
            return reading;
        });
    }

    @Override
    public Reading readFile(Octets message) {
        Opening opening = listing.open(message, passphrases, clock.instant());
        return new Reading(Opener.outerFields(message), opening, signer(opening));
    }

    @Override
    public Optional<Octets> raw(LetterId id) {
        return store.raw(id);
    }

    private Optional<Card> signer(Opening opening) {
        return switch (opening) {
            case Opening.Opened opened ->
                switch (opened.summary().authenticity()) {
                    case Authenticity.Verified verified ->
                        people.card(verified.signer().fingerprint());
                    case Authenticity.Unsigned _, Authenticity.Unverified _ -> Optional.empty();
                };
            case Opening.Unproven _, Opening.Locked _, Opening.Unopenable _ -> Optional.empty();
        };
    }
}
