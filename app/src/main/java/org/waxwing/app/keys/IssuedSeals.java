package org.waxwing.app.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.SealEnd;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.SmimeEntry;

/// The person's own seals that somebody else issued: X.509 certificates with their private keys.
final class IssuedSeals {
    private final Keyring keyring;
    private final Cards cards;

    IssuedSeals(Keyring keyring) {
        this.keyring = keyring;
        this.cards = new Cards(keyring);
    }

    /// Those in use that end within [SealEnd#WARNING] or have ended.
    List<Card> ending(Instant now) {
        Instant horizon = now.plus(SealEnd.WARNING);
        List<SmimeEntry> own = keyring.smime().entries().stream()
                .filter(SmimeEntry::own)
                .filter(entry -> entry.acceptance() != Acceptance.REJECTED)
                .filter(entry -> !keyring.trust()
                        .revoked()
                        .containsKey(entry.certificate().fingerprint()))
                .toList();
        return own.stream()
                .filter(entry -> end(entry).isBefore(horizon))
                .filter(entry -> own.stream().noneMatch(other -> replaces(other, entry, now)))
                .map(entry -> cards.of(entry, now))
                .toList();
    }

    /// Whether it does what the older one did, for the same address, and longer.
    private static boolean replaces(SmimeEntry newer, SmimeEntry older, Instant now) {
        Usability before = older.certificate().usability(older.certificate().created());
        Usability after = newer.certificate().usability(now);
        return end(newer).isAfter(end(older))
                && (after.canSign() || !before.canSign())
                && (after.canEncrypt() || !before.canEncrypt())
                && addresses(older.certificate())
                        .allMatch(address -> newer.certificate().binds(address, now));
    }

    private static Stream<AddrSpec> addresses(SmimeCertificate certificate) {
        return certificate.userIds().stream().map(UserId::address).flatMap(Optional::stream);
    }

    private static Instant end(SmimeEntry entry) {
        return entry.certificate().expires().orElse(Instant.MAX);
    }
}
