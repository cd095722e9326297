package org.waxwing.app.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.cert.UserId;

/// Anna's own card, and one of Carla's that came to its end and tries to write over the screen.
final class Cards {
    static final Card ANNA =
            card("A".repeat(40), "Anna Weber <anna@chem.example>", Standing.OWN, new Usability(true, true, List.of()));
    static final Card CARLA = card(
            "C".repeat(40),
            "Carla\u001b[2J Mensah <carla@example.net>",
            Standing.FOUND,
            new Usability(false, false, List.of(new Objection.Expired(Instant.parse("2026-03-01T00:00:00Z")))));

    private Cards() {}

    private static Card card(String fingerprint, String owner, Standing standing, Usability usability) {
        return new Card(
                Fingerprint.openPgp(fingerprint),
                List.of(new UserId(owner)),
                standing,
                Instant.parse("2025-03-01T00:00:00Z"),
                Optional.empty(),
                usability,
                Instant.parse("2025-03-02T00:00:00Z"),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
