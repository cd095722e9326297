package org.waxwing.app.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.ComponentKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.cert.UserId;

/// An address card: what the keyring knows of one certificate.
///
/// @param knownSince when it came into the keyring
/// @param checkedAt when its owner was asked by another way
/// @param history the journal in words, oldest first
/// @param token the smart card or USB token that its private key lies on
public record Card(
        Fingerprint fingerprint,
        List<UserId> userIds,
        Standing standing,
        Instant created,
        Optional<Instant> expires,
        Usability usability,
        Instant knownSince,
        Optional<Instant> checkedAt,
        List<ComponentKey> keys,
        List<HistoryLine> history,
        Optional<Token> token) {
    public Card {
        userIds = List.copyOf(userIds);
        keys = List.copyOf(keys);
        history = List.copyOf(history);
    }

    /// A card whose key, if it is here, is held here.
    public Card(
            Fingerprint fingerprint,
            List<UserId> userIds,
            Standing standing,
            Instant created,
            Optional<Instant> expires,
            Usability usability,
            Instant knownSince,
            Optional<Instant> checkedAt,
            List<ComponentKey> keys,
            List<HistoryLine> history) {
        this(
                fingerprint,
                userIds,
                standing,
                created,
                expires,
                usability,
                knownSince,
                checkedAt,
                keys,
                history,
                Optional.empty());
    }

    /// One decision and its evidence.
    public record HistoryLine(Instant at, Standing standing, String evidence) {}

    @Override
    public String toString() {
        return "Card[redacted]";
    }
}
