package org.waxwing.app.arrival;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.waxwing.app.account.Accounts;
import org.waxwing.app.journey.Authentication;
import org.waxwing.app.journey.AuthenticationReader;
import org.waxwing.app.journey.Journey;
import org.waxwing.app.journey.JourneyReader;
import org.waxwing.app.journey.OwnServers;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.read.ReadLetter;
import org.waxwing.app.read.Reading;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.People;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.Authenticity;
import org.waxwing.crypto.Confidentiality;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.dkim.Dkim;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.KeyringException;

/// Opens letters with every key at hand, asking the person for the passphrases that only they know. A
/// letter that was locked when it came gets its line in the list once it was read. A signer whose
/// signature is proven is kept for an answer.
public final class OpenAndJudge implements ReadLetter {
    private final Listing listing;
    private final Introductions introductions;
    private final Remembering remembering;
    private final LetterStore store;
    private final People people;
    private final Accounts accounts;
    private final PassphraseSource passphrases;
    private final InstantSource clock;
    private final Dkim dkim = Dkim.current();

    public OpenAndJudge(
            Listing listing,
            Introductions introductions,
            Remembering remembering,
            LetterStore store,
            People people,
            Accounts accounts,
            PassphraseSource passphrases,
            InstantSource clock) {
        this.listing = listing;
        this.introductions = introductions;
        this.remembering = remembering;
        this.store = store;
        this.people = people;
        this.accounts = accounts;
        this.passphrases = passphrases;
        this.clock = clock;
    }

    @Override
    public <T> Optional<T> read(LetterId id, BooleanSupplier nobodyWaits, Function<Reading, T> then) {
        return store.raw(id)
                .map(message -> read(message, Optional.empty(), nobodyWaits, OwnServers.of(accounts.all()), reading -> {
                    T made = then.apply(reading);
                    list(id, message, reading.opening());
                    return made;
                }));
    }

    private void list(LetterId id, Octets message, Opening opening) {
        boolean shown = switch (opening) {
            case Opening.Opened _, Opening.Unproven _ -> true;
            case Opening.Locked _, Opening.Unopenable _ -> false;
        };
        if (shown) {
            ListedLetter fresh = Listing.of(message, opening);
            if (store.listed(id).filter(fresh::equals).isEmpty()) {
                store.list(id, fresh);
            }
        }
    }

    @Override
    public <T> T readFile(Octets message, Optional<Technology> only, Function<Reading, T> then) {
        return read(message, only, () -> false, OwnServers.none(), then);
    }

    /// @param own whose word counts for the way of the letter
    private <T> T read(
            Octets message,
            Optional<Technology> only,
            BooleanSupplier nobodyWaits,
            OwnServers own,
            Function<Reading, T> then) {
        Instant now = clock.instant();
        return listing.open(
                message,
                only,
                passphrases,
                now,
                nobodyWaits,
                opening -> then.apply(judged(message, opening, own, now)));
    }

    private Reading judged(Octets message, Opening opening, OwnServers own, Instant now) {
        Optional<String> notKept = kept(opening, now);
        HeaderSection outer = HeaderSection.outerOf(message);
        return new Reading(
                Opener.outerFields(message),
                opening,
                signer(opening),
                JourneyReader.read(outer, own, content(opening)),
                AuthenticationReader.read(outer, own),
                dkim.domains(message),
                notKept,
                remembering.findings(opening));
    }

    /// A keyring that takes nothing in, on a full disk for one, is no reason not to show a letter.
    private Optional<String> kept(Opening opening, Instant now) {
        try {
            introductions.keep(opening, now);
            return Optional.empty();
        } catch (KeyringException refused) {
            return Optional.of(Objects.requireNonNullElse(refused.getMessage(), "The keyring took nothing in."));
        }
    }

    @Override
    public <T> T readEnclosed(EnclosedLetter letter, BooleanSupplier nobodyWaits, Function<Reading, T> then) {
        return listing.open(
                letter, passphrases, clock.instant(), nobodyWaits, opening -> then.apply(judged(letter, opening)));
    }

    /// The servers that a letter inside names are none of this letter's way.
    private Reading judged(EnclosedLetter letter, Opening opening) {
        ProtectedFields outer = switch (letter.kind()) {
            case SIGNED_PART, SEALED_PART, FORWARDED -> Opener.outerFields(letter.octets());
            case INLINE_PGP -> Opener.outerFields(Octets.empty());
        };
        return new Reading(outer, opening, signer(opening), Journey.none(content(opening)), Authentication.none());
    }

    @Override
    public Optional<Octets> raw(LetterId id) {
        return store.raw(id);
    }

    /// What the servers on the way could read. A letter that is sealed for keys that aren't here was
    /// sealed.
    private static Journey.Content content(Opening opening) {
        return switch (opening) {
            case Opening.Opened opened -> content(opened.summary().confidentiality());
            case Opening.Unproven unproven -> content(unproven.confidentiality());
            case Opening.Locked _ -> Journey.Content.SEALED;
            case Opening.Unopenable(Opening.Reason reason) ->
                reason == Opening.Reason.NO_KEY ? Journey.Content.SEALED : Journey.Content.UNKNOWN;
        };
    }

    private static Journey.Content content(Confidentiality confidentiality) {
        return switch (confidentiality) {
            case Confidentiality.Encrypted _ -> Journey.Content.SEALED;
            case Confidentiality.Cleartext _ -> Journey.Content.OPEN;
        };
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
