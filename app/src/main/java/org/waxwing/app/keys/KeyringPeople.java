package org.waxwing.app.keys;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.FilePrompt;
import org.waxwing.app.trust.ImportLine;
import org.waxwing.app.trust.KeyringHealth;
import org.waxwing.app.trust.People;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.CertificateEntry;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.SmimeEntry;
import org.waxwing.keystore.transfer.ImportReport;
import org.waxwing.keystore.transfer.KeyImport;

/// Other people's cards, straight from the keyring.
public final class KeyringPeople implements People {
    private final Keyring keyring;
    private final KeyImport keyImport;
    private final CertificateChoice choice;
    private final Cards cards;
    private final OwnNames ownNames;
    private final InstantSource clock;

    public KeyringPeople(
            Keyring keyring, KeyImport keyImport, CertificateChoice choice, OwnNames ownNames, InstantSource clock) {
        this.keyring = keyring;
        this.keyImport = keyImport;
        this.choice = choice;
        this.cards = new Cards(keyring);
        this.ownNames = ownNames;
        this.clock = clock;
    }

    @Override
    public List<Card> cards() {
        Instant now = clock.instant();
        Stream<Card> openPgp =
                keyring.entries().stream().filter(entry -> !entry.own()).map(entry -> cards.of(entry, now));
        Stream<Card> smime = keyring.smime().entries().stream()
                .filter(entry -> !entry.own() && !entry.authority())
                .map(entry -> cards.of(entry, now));
        return Stream.concat(openPgp, smime).toList();
    }

    @Override
    public Optional<Card> card(Fingerprint fingerprint) {
        Instant now = clock.instant();
        return switch (fingerprint) {
            case Fingerprint.X509Sha256 x509 -> keyring.smime().entry(x509).map(entry -> cards.of(entry, now));
            case Fingerprint.OpenPgpV4 _, Fingerprint.OpenPgpV6 _ ->
                keyring.entry(fingerprint).map(entry -> cards.of(entry, now));
        };
    }

    @Override
    public KeyringHealth health() {
        return new KeyringHealth(keyring.unreadableEntries(), keyring.journalIntact());
    }

    @Override
    public Readiness readiness(AddrSpec address) {
        return choice.readiness(address, clock.instant());
    }

    /// A word of the name or the address must begin with what was typed.
    @Override
    public List<Mailbox> suggest(String typed, int most) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return keyring.entries().stream()
                .filter(entry -> entry.acceptance() != Acceptance.REJECTED)
                .sorted(Comparator.comparing(CertificateEntry::acceptance).reversed())
                .flatMap(entry -> entry.certificate().userIds().stream())
                .flatMap(KeyringPeople::mailbox)
                .filter(mailbox -> begins(mailbox, wanted))
                .distinct()
                .limit(most)
                .toList();
    }

    @Override
    public List<ImportLine> bringIn(List<Path> paths, List<Passphrase> passphrases, FilePrompt prompt) {
        Instant now = clock.instant();
        return keyImport.run(paths, passphrases, prompt::ask, now).lines().stream()
                .map(KeyringPeople::line)
                .flatMap(line -> Stream.concat(Stream.of(line), inYourName(line, now)))
                .toList();
    }

    /// Who claims an address of the person's own. One that can't be used any more harms nobody: old keys
    /// lie in every GnuPG home.
    private Stream<ImportLine> inYourName(ImportLine line, Instant now) {
        if (!(line instanceof ImportLine.Kept kept) || kept.own()) {
            return Stream.of();
        }
        return certificate(kept.fingerprint()).stream()
                .filter(certificate -> certificate.usability(now).canEncrypt())
                .flatMap(certificate -> ownNames.claimed(certificate).stream())
                .map(address -> new ImportLine.InYourName(kept.source(), kept.fingerprint(), address));
    }

    private Optional<? extends Certificate> certificate(Fingerprint fingerprint) {
        return switch (fingerprint) {
            case Fingerprint.X509Sha256 x509 -> keyring.smime().entry(x509).map(SmimeEntry::certificate);
            case Fingerprint.OpenPgpV4 _, Fingerprint.OpenPgpV6 _ ->
                keyring.entry(fingerprint).map(CertificateEntry::certificate);
        };
    }

    @Override
    public Optional<Path> gnuPgHome() {
        return KeyImport.usualGnuPgHome();
    }

    @Override
    public void decide(Fingerprint fingerprint, Standing standing, String evidence) {
        keyring.decide(new Decision(fingerprint, Cards.acceptance(standing), clock.instant(), evidence));
    }

    private static Stream<Mailbox> mailbox(UserId id) {
        String name = id.name().chars().anyMatch(Character::isISOControl) ? "" : id.name();
        return id.address().map(address -> new Mailbox(name, address)).stream();
    }

    private static boolean begins(Mailbox mailbox, String wanted) {
        return mailbox.address().canonical().startsWith(wanted)
                || mailbox.displayName().toLowerCase(Locale.ROOT).startsWith(wanted)
                || Stream.of(mailbox.displayName().toLowerCase(Locale.ROOT).split("\\s+"))
                        .anyMatch(word -> word.startsWith(wanted));
    }

    private static ImportLine line(ImportReport.Line line) {
        return switch (line) {
            case ImportReport.Line.Kept kept ->
                new ImportLine.Kept(
                        kept.source(),
                        kept.certificate(),
                        kept.owner(),
                        result(kept.keeping()),
                        kept.secret(),
                        kept.ownPassphrase(),
                        kept.acceptance().map(Cards::standing));
            case ImportReport.Line.Skipped skipped ->
                new ImportLine.Skipped(skipped.source(), skipped.what(), skipped.reason(), skipped.lost());
            case ImportReport.Line.Setting setting ->
                new ImportLine.Setting(setting.source(), setting.setting(), fate(setting.fate()));
            case ImportReport.Line.Unreadable unreadable ->
                new ImportLine.Unreadable(unreadable.source(), why(unreadable.why()));
        };
    }

    private static ImportLine.Result result(Keeping keeping) {
        return switch (keeping) {
            case TAKEN -> ImportLine.Result.TAKEN;
            case MERGED -> ImportLine.Result.MERGED;
            case UNCHANGED -> ImportLine.Result.UNCHANGED;
        };
    }

    private static ImportLine.Fate fate(ImportReport.Line.Fate fate) {
        return switch (fate) {
            case TAKEN -> ImportLine.Fate.TAKEN;
            case ALWAYS_SO -> ImportLine.Fate.ALWAYS_SO;
            case BY_ADDRESS -> ImportLine.Fate.BY_ADDRESS;
            case ONLY_THOSE_ADDRESSED -> ImportLine.Fate.ONLY_THOSE_ADDRESSED;
            case FROM_CERTIFICATES -> ImportLine.Fate.FROM_CERTIFICATES;
            case DECIDED_FOR_EACH -> ImportLine.Fate.DECIDED_FOR_EACH;
            case ONLY_WHEN_ASKED -> ImportLine.Fate.ONLY_WHEN_ASKED;
            case NO_GROUPS -> ImportLine.Fate.NO_GROUPS;
            case WEAKER -> ImportLine.Fate.WEAKER;
        };
    }

    private static ImportLine.Why why(ImportReport.Line.Why why) {
        return switch (why) {
            case NOT_FOUND -> ImportLine.Why.NOT_FOUND;
            case NOT_READABLE -> ImportLine.Why.NOT_READABLE;
            case NOTHING_INSIDE -> ImportLine.Why.NOTHING_INSIDE;
            case TOO_LARGE -> ImportLine.Why.TOO_LARGE;
        };
    }
}
