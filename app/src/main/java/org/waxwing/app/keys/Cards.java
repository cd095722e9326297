package org.waxwing.app.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.CertificateEntry;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.SmimeEntry;

/// Makes address cards of what the keyring knows.
final class Cards {
    private final Keyring keyring;

    Cards(Keyring keyring) {
        this.keyring = keyring;
    }

    Card of(CertificateEntry entry, Instant now) {
        OpenPgpCertificate certificate = entry.certificate();
        List<Decision> journal = keyring.decisions(certificate.fingerprint());
        return new Card(
                certificate.fingerprint(),
                certificate.userIds(),
                standing(entry),
                certificate.created(),
                certificate.expires(),
                certificate.usability(now),
                entry.firstSeen(),
                checkedAt(entry, journal),
                certificate.keys(),
                history(journal));
    }

    /// A certificate that somebody issued, with no parts of its own.
    Card of(SmimeEntry entry, Instant now) {
        SmimeCertificate certificate = entry.certificate();
        List<Decision> journal = keyring.decisions(certificate.fingerprint());
        boolean checked = entry.acceptance() == Acceptance.VERIFIED && !journal.isEmpty();
        return new Card(
                certificate.fingerprint(),
                certificate.userIds(),
                entry.own() ? Standing.OWN : standing(entry.acceptance()),
                certificate.created(),
                certificate.expires(),
                certificate.usability(now),
                entry.firstSeen(),
                checked ? Optional.of(journal.getLast().at()) : Optional.empty(),
                List.of(),
                history(journal),
                entry.token());
    }

    private static List<Card.HistoryLine> history(List<Decision> journal) {
        return journal.stream()
                .map(decision ->
                        new Card.HistoryLine(decision.at(), standing(decision.acceptance()), decision.evidence()))
                .toList();
    }

    static Standing standing(CertificateEntry entry) {
        return entry.own() ? Standing.OWN : standing(entry.acceptance());
    }

    static Standing standing(SmimeEntry entry) {
        return entry.own() ? Standing.OWN : standing(entry.acceptance());
    }

    static Standing standing(Acceptance acceptance) {
        return switch (acceptance) {
            case REJECTED -> Standing.REJECTED;
            case UNDECIDED -> Standing.FOUND;
            case ACCEPTED -> Standing.ACCEPTED;
            case VERIFIED -> Standing.CHECKED;
        };
    }

    static Acceptance acceptance(Standing standing) {
        return switch (standing) {
            case REJECTED -> Acceptance.REJECTED;
            case FOUND -> Acceptance.UNDECIDED;
            case ACCEPTED -> Acceptance.ACCEPTED;
            case CHECKED, OWN -> Acceptance.VERIFIED;
        };
    }

    /// The time of the last decision, where that decision was the check.
    private static Optional<Instant> checkedAt(CertificateEntry entry, List<Decision> journal) {
        return entry.acceptance() == Acceptance.VERIFIED && !journal.isEmpty()
                ? Optional.of(journal.getLast().at())
                : Optional.empty();
    }
}
