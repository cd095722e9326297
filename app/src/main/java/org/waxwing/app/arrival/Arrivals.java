package org.waxwing.app.arrival;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.mime.Octets;

/// Takes letters in: opens each one once for the list and keeps its bytes unchanged.
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
        return store.keep(place, message, Listing.of(message, listing.openQuietly(message, now)), read, now);
    }
}
