package org.waxwing.ui.sample;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.trust.BackedUp;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.RecoveryDigits;
import org.waxwing.app.trust.SealChanging;
import org.waxwing.app.trust.SealEnd;
import org.waxwing.app.trust.Seals;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.KeyProfile;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Seals in memory, without keys.
public final class SampleSeals implements Seals {
    private final List<Card> own = new ArrayList<>();
    private Optional<SealChanging> next = Optional.empty();
    private int leftOut;

    /// From now on a backup lacks so many keys.
    public void leaveOut(int keys) {
        leftOut = keys;
    }

    /// Adds a seal that ends then.
    public void add(Mailbox owner, Instant end) {
        own.add(Sample.card(owner, Standing.OWN, end));
    }

    /// Adds one that somebody issued.
    public void addIssued(Mailbox owner, Instant end) {
        own.add(Sample.issued(owner, end));
    }

    /// What every later change comes to.
    public void willAnswer(SealChanging outcome) {
        next = Optional.of(outcome);
    }

    @Override
    public List<Card> own() {
        return List.copyOf(own);
    }

    @Override
    public Optional<Card> sealFor(AddrSpec address) {
        return own.stream()
                .filter(card -> card.userIds().getFirst().address().equals(Optional.of(address)))
                .findFirst();
    }

    @Override
    public Card make(Mailbox owner, KeyProfile profile, Optional<Duration> validity) {
        Card made = Sample.card(owner, Standing.OWN);
        own.add(made);
        return made;
    }

    @Override
    public List<Card> ending() {
        Instant horizon = Sample.NOW.plus(SealEnd.WARNING);
        return own.stream()
                .filter(card -> SealEnd.of(card).filter(horizon::isAfter).isPresent())
                .sorted(Comparator.comparing(card -> SealEnd.of(card).orElse(Instant.MAX)))
                .toList();
    }

    @Override
    public SealChanging change(Fingerprint fingerprint, KeyChange change) {
        return next.or(() -> own.stream()
                        .filter(card -> card.fingerprint().equals(fingerprint))
                        .findFirst()
                        .map(SealChanging.Changed::new))
                .orElseGet(SealChanging.NoSuchSeal::new);
    }

    @Override
    public SealChanging prolong(Fingerprint fingerprint) {
        Instant end = Sample.NOW.plus(SealEnd.LIFE);
        if (next.isEmpty()) {
            own.replaceAll(card -> card.fingerprint().equals(fingerprint) ? Sample.ending(card, end) : card);
        }
        return change(fingerprint, new KeyChange.Validity(Optional.of(end)));
    }

    @Override
    public SealChanging lockWith(Fingerprint fingerprint, Passphrase passphrase) {
        return change(fingerprint, new KeyChange.Validity(Optional.empty()));
    }

    @Override
    public List<Path> writeWebKeyDirectory(Path folder, Fingerprint fingerprint) {
        return List.of();
    }

    @Override
    public Optional<Octets> publicCard(Fingerprint fingerprint) {
        return Optional.empty();
    }

    @Override
    public BackedUp backUp(Path file, Passphrase passphrase) {
        return new BackedUp(own.size(), leftOut);
    }

    @Override
    public RecoveryDigits backUpWithRecoveryDigits(Path file) {
        return new RecoveryDigits("4821 0937 5560 1184 7729 3056 8812 6403 2975", leftOut);
    }

    @Override
    public Optional<Octets> exportPrivate(Fingerprint fingerprint, Passphrase passphrase) {
        return Optional.empty();
    }

    @Override
    public Optional<Octets> revoke(Fingerprint fingerprint) {
        return Optional.empty();
    }
}
