package org.waxwing.ui.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.FilePrompt;
import org.waxwing.app.trust.ImportLine;
import org.waxwing.app.trust.KeyringHealth;
import org.waxwing.app.trust.People;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;

/// Anna is checked, Ben in use, Carla found; Dave has no card.
public final class SamplePeople implements People {
    private final List<Card> cards = new ArrayList<>(List.of(
            Sample.card(Sample.ANNA, Standing.CHECKED),
            Sample.card(Sample.BEN, Standing.ACCEPTED),
            Sample.card(Sample.CARLA, Standing.FOUND)));
    private List<ImportLine> lines = List.of();
    private Optional<String> authority = Optional.empty();

    /// From now on an authority confirms every card.
    public void confirmedBy(String name) {
        authority = Optional.of(name);
    }

    @Override
    public List<Card> cards() {
        return List.copyOf(cards);
    }

    @Override
    public Optional<Card> card(Fingerprint fingerprint) {
        return cards.stream()
                .filter(card -> card.fingerprint().equals(fingerprint))
                .findFirst();
    }

    @Override
    public KeyringHealth health() {
        return KeyringHealth.good();
    }

    @Override
    public Readiness readiness(AddrSpec address) {
        return cards.stream()
                .filter(card -> card.userIds().getFirst().address().equals(Optional.of(address)))
                .findFirst()
                .<Readiness>map(
                        card -> new Readiness.Ready(card.fingerprint(), card.standing(), card.expires(), authority))
                .orElse(
                        address.equals(Sample.ME.address())
                                ? new Readiness.Ready(
                                        Sample.card(Sample.ME, Standing.OWN).fingerprint(),
                                        Standing.OWN,
                                        Optional.empty())
                                : new Readiness.NoCard());
    }

    @Override
    public List<Mailbox> suggest(String typed, int most) {
        String begin = typed.toLowerCase(Locale.ROOT);
        return List.of(Sample.ANNA, Sample.BEN, Sample.CARLA).stream()
                .filter(person -> person.displayName().toLowerCase(Locale.ROOT).startsWith(begin))
                .limit(most)
                .toList();
    }

    /// What the next import will bring.
    public void willBring(List<ImportLine> next) {
        lines = List.copyOf(next);
    }

    @Override
    public List<ImportLine> bringIn(List<Path> paths, List<Passphrase> passphrases, FilePrompt prompt) {
        return lines;
    }

    @Override
    public Optional<Path> gnuPgHome() {
        return Optional.of(Path.of(".gnupg"));
    }

    @Override
    public void decide(Fingerprint fingerprint, Standing standing, String evidence) {
        cards.replaceAll(card -> card.fingerprint().equals(fingerprint)
                ? Sample.card(
                        new Mailbox(
                                card.userIds().getFirst().name(),
                                card.userIds().getFirst().address().orElseThrow()),
                        standing)
                : card);
    }
}
