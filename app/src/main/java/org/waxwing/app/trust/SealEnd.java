package org.waxwing.app.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.crypto.cert.ComponentKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection.Purpose;

/// When a seal stops being of use, and how long before that its owner is told.
public final class SealEnd {
    /// How long before the end the owner is warned: time enough for every correspondent to get the new
    /// card.
    public static final Duration WARNING = Duration.ofDays(60);

    /// How long a new or prolonged seal lives (decision 0013).
    public static final Duration LIFE = Duration.ofDays(3 * 365);

    private SealEnd() {}

    /// The end of the whole, or of the last part that can seal, or of the last that can sign, whichever
    /// comes first; nothing means never.
    public static Optional<Instant> of(Card card) {
        return Stream.of(card.expires(), lastFor(Purpose.ENCRYPT, card), lastFor(Purpose.SIGN, card))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /// Whether only its issuer can prolong it, by a new certificate.
    public static boolean isIssuers(Card card) {
        return card.fingerprint() instanceof Fingerprint.X509Sha256;
    }

    private static Optional<Instant> lastFor(Purpose purpose, Card card) {
        List<ComponentKey> serving = card.keys().stream()
                .filter(key -> key.purposes().contains(purpose))
                .toList();
        boolean endless = serving.stream().anyMatch(key -> key.expires().isEmpty());
        return endless
                ? Optional.empty()
                : serving.stream().flatMap(key -> key.expires().stream()).max(Comparator.naturalOrder());
    }
}
