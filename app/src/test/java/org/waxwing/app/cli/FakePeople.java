package org.waxwing.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.FilePrompt;
import org.waxwing.app.trust.ImportLine;
import org.waxwing.app.trust.KeyringHealth;
import org.waxwing.app.trust.People;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;

final class FakePeople implements People {
    @Override
    public List<Card> cards() {
        return List.of(Cards.ANNA, Cards.CARLA);
    }

    @Override
    public Optional<Card> card(Fingerprint fingerprint) {
        return cards().stream()
                .filter(card -> card.fingerprint().equals(fingerprint))
                .findFirst();
    }

    @Override
    public KeyringHealth health() {
        return KeyringHealth.good();
    }

    @Override
    public Readiness readiness(AddrSpec address) {
        return new Readiness.NoCard();
    }

    @Override
    public List<Mailbox> suggest(String typed, int most) {
        return List.of();
    }

    @Override
    public List<ImportLine> bringIn(List<Path> paths, List<Passphrase> passphrases, FilePrompt prompt) {
        if (paths.getFirst().endsWith("missing.asc")) {
            return List.of(new ImportLine.Unreadable("missing.asc", ImportLine.Why.NOT_FOUND));
        }
        return List.of(
                new ImportLine.Kept(
                        "keys.asc",
                        Cards.ANNA.fingerprint(),
                        "Anna Weber <anna@chem.example>",
                        ImportLine.Result.TAKEN,
                        true,
                        passphrases.isEmpty(),
                        Optional.of(Standing.OWN)),
                new ImportLine.Kept(
                        "keys.asc",
                        Cards.CARLA.fingerprint(),
                        "Carla\u001b[2J Mensah <carla@example.net>",
                        ImportLine.Result.MERGED,
                        false,
                        false,
                        Optional.empty()),
                new ImportLine.Skipped("keys.asc", "key 3 of 3", SkipReason.OUTDATED_VERSION));
    }

    @Override
    public Optional<Path> gnuPgHome() {
        return Optional.empty();
    }

    @Override
    public void decide(Fingerprint fingerprint, Standing standing, String evidence) {
        throw new AssertionError("no command decides");
    }
}
