package org.waxwing.app.keys;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.SealChanging;
import org.waxwing.app.trust.SealEnd;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.KeyChanging;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.PassphraseCare;

/// Changes to the person's own seals, and which of them need one soon.
final class SealChanges {
    private final Keyring keyring;
    private final OpenPgp openPgp;
    private final CertificateChoice choice;
    private final PassphraseSource passphrases;
    private final Cards cards;
    private final InstantSource clock;

    SealChanges(
            Keyring keyring,
            OpenPgp openPgp,
            CertificateChoice choice,
            PassphraseSource passphrases,
            InstantSource clock) {
        this.keyring = keyring;
        this.openPgp = openPgp;
        this.choice = choice;
        this.passphrases = passphrases;
        this.cards = new Cards(keyring);
        this.clock = clock;
    }

    List<Card> ending() {
        Instant now = clock.instant();
        Instant horizon = now.plus(SealEnd.WARNING);
        Stream<Card> made = keyring.ownKeys().stream()
                .filter(key -> isInUse(key, now))
                .flatMap(key -> card(key.fingerprint()).stream())
                .filter(card -> SealEnd.of(card).filter(horizon::isAfter).isPresent())
                .filter(card -> card.usability().objections().stream().noneMatch(Objection.Revoked.class::isInstance));
        return Stream.concat(made, new IssuedSeals(keyring).ending(now).stream())
                .sorted(Comparator.comparing(card -> SealEnd.of(card).orElse(Instant.MAX)))
                .toList();
    }

    /// Whether letters from one of its addresses would be signed with it.
    private boolean isInUse(OpenPgpSecretKey key, Instant now) {
        return key.certificate().userIds().stream()
                .map(UserId::address)
                .flatMap(Optional::stream)
                .flatMap(address -> choice.ownKey(address, now).stream())
                .anyMatch(chosen -> chosen.fingerprint().equals(key.fingerprint()));
    }

    SealChanging change(Fingerprint fingerprint, KeyChange change) {
        return withPassphrase(fingerprint, (key, passphrase) -> {
            Instant now = clock.instant();
            return switch (openPgp.change(key, change, passphrase, now)) {
                case KeyChanging.Changed(OpenPgpSecretKey after) -> {
                    keyring.keepChanged(key, after, PassphraseCare.AS_BEFORE, now);
                    yield changed(fingerprint);
                }
                case KeyChanging.Locked() -> new SealChanging.Locked();
                case KeyChanging.Refused(KeyChanging.Reason reason) -> new SealChanging.Refused(reason);
            };
        });
    }

    SealChanging lockWith(Fingerprint fingerprint, Passphrase next) {
        return withPassphrase(fingerprint, (key, passphrase) -> {
            if (passphrase.isEmpty()) {
                return new SealChanging.Locked();
            }
            return switch (openPgp.relock(key, passphrase.get(), next)) {
                case Relocking.Relocked(OpenPgpSecretKey after) -> {
                    keyring.keepChanged(key, after, PassphraseCare.THE_PERSON, clock.instant());
                    yield changed(fingerprint);
                }
                case Relocking.WrongPassphrase _ -> new SealChanging.Locked();
                case Relocking.NotPossible _ -> new SealChanging.Refused(KeyChanging.Reason.PRIMARY_MISSING);
            };
        });
    }

    /// Something done to a locked key with its passphrase, where anybody knows it.
    private interface Work {
        SealChanging on(OpenPgpSecretKey key, Optional<Passphrase> passphrase);
    }

    /// An export that lacks parts may lie beside the whole key; the first that the work succeeds on counts.
    private SealChanging withPassphrase(Fingerprint fingerprint, Work work) {
        SealChanging outcome = new SealChanging.NoSuchSeal();
        for (OpenPgpSecretKey key : keyring.secretKeysFor(0)) {
            if (key.fingerprint().equals(fingerprint)) {
                outcome = opened(key, work);
                if (outcome instanceof SealChanging.Changed) {
                    return outcome;
                }
            }
        }
        return outcome;
    }

    private SealChanging opened(OpenPgpSecretKey key, Work work) {
        Optional<Passphrase> known = passphrases.passphraseFor(key);
        if (known.isEmpty()) {
            return work.on(key, Optional.empty());
        }
        try (Passphrase passphrase = known.get()) {
            return work.on(key, Optional.of(passphrase));
        }
    }

    private SealChanging changed(Fingerprint fingerprint) {
        return new SealChanging.Changed(card(fingerprint).orElseThrow());
    }

    private Optional<Card> card(Fingerprint fingerprint) {
        return keyring.entry(fingerprint).map(entry -> cards.of(entry, clock.instant()));
    }
}
