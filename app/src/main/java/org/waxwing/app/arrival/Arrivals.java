package org.waxwing.app.arrival;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.mime.Octets;

/// Takes letters in: keeps the bytes of each unchanged, and opens it once for the list after that. What
/// opening a stranger's letter may do, to this process too, costs no letter, and is done once.
public final class Arrivals {
    private final Listing listing;
    private final LetterStore store;
    private final InstantSource clock;

    public Arrivals(Listing listing, LetterStore store, InstantSource clock) {
        this.listing = listing;
        this.store = store;
        this.clock = clock;
    }

    /// @return nothing when it was here already
    public Optional<LetterId> take(ServerPlace place, Octets message, boolean read) {
        Instant now = clock.instant();
        ListedLetter outside = unopened(message);
        Optional<LetterId> kept = store.keep(place, message, outside, read, now);
        kept.ifPresent(id -> opened(message, now)
                .filter(listed -> !listed.equals(outside))
                .ifPresent(listed -> store.list(id, listed, now)));
        return kept;
    }

    private static ListedLetter unopened(Octets message) {
        try {
            return Listing.unopened(message);
        } catch (RuntimeException | StackOverflowError broken) {
            return ListedLetter.UNKNOWN;
        }
    }

    /// Nothing where opening failed: the letter is listed by what stands outside, and opens when the person
    /// wants it.
    private Optional<ListedLetter> opened(Octets message, Instant now) {
        try {
            return Optional.of(Listing.of(message, listing.openQuietly(message, now)));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            return Optional.empty();
        }
    }
}
