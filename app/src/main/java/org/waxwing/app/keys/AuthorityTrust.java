package org.waxwing.app.keys;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.trust.AuthorityOffer;
import org.waxwing.app.trust.AuthorityOffer.Candidate;
import org.waxwing.app.trust.AuthorityOffer.State;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.AuthorityProfile;
import org.waxwing.crypto.cert.AuthorityProfile.Flaw;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.IdentityFile;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.SmimeEntry;

/// Whom the person believes about certificates. Every change is a decision in the journal, appended to
/// those before it.
final class AuthorityTrust {
    /// More than any institution has; each costs something to look at beside the others.
    private static final int MOST = 200;

    private final Keyring keyring;
    private final Smime smime;
    private final CertificateShelf shelf;
    private final SecureRandom random;

    AuthorityTrust(Keyring keyring, Smime smime, CertificateShelf shelf, SecureRandom random) {
        this.keyring = keyring;
        this.smime = smime;
        this.shelf = shelf;
        this.random = random;
    }

    AuthorityOffer offer(Octets file, Instant now) {
        // A key in the file is not taken in: only its certificate is looked at.
        try (Passphrase lock = Passphrase.random(random)) {
            return switch (smime.identities(file, Optional.empty(), lock)) {
                case IdentityFile.Refused(IdentityProblem problem) -> new AuthorityOffer.Unreadable(problem);
                case IdentityFile.Read(List<IdentityFile.Item> items) -> offered(items, now);
            };
        }
    }

    private AuthorityOffer offered(List<IdentityFile.Item> items, Instant now) {
        if (items.size() > MOST) {
            return new AuthorityOffer.Unreadable(IdentityProblem.TOO_LARGE);
        }
        List<SmimeCertificate> certificates =
                items.stream().flatMap(AuthorityTrust::certificate).distinct().toList();
        if (!certificates.isEmpty() && certificates.stream().allMatch(this::isPersons)) {
            return new AuthorityOffer.OfPersons(certificates.stream()
                    .map(certificate -> shelf.looked(certificate, now))
                    .toList());
        }
        List<AuthorityProfile> profiles = certificates.stream()
                .map(certificate -> smime.authority(certificate, now))
                .toList();
        return profiles.isEmpty()
                ? new AuthorityOffer.Unreadable(IdentityProblem.NO_CERTIFICATE)
                : new AuthorityOffer.Offered(profiles.stream()
                        .map(profile -> new Candidate(profile, state(profile, profiles)))
                        .toList());
    }

    private boolean isPersons(SmimeCertificate certificate) {
        return !smime.isAuthority(certificate)
                && certificate.userIds().stream().anyMatch(id -> id.address().isPresent());
    }

    private static Stream<SmimeCertificate> certificate(IdentityFile.Item item) {
        return switch (item) {
            case IdentityFile.Item.KeyFound found -> Stream.of(found.key().certificate());
            case IdentityFile.Item.CertificateFound found -> Stream.of(found.certificate());
            case IdentityFile.Item.PassedOver _ -> Stream.empty();
        };
    }

    Optional<Candidate> offer(Fingerprint.X509Sha256 fingerprint, Instant now) {
        return keyring.smime()
                .entry(fingerprint)
                .map(entry -> smime.authority(entry.certificate(), now))
                .map(profile -> new Candidate(profile, state(profile, List.of())));
    }

    private State state(AuthorityProfile profile, List<AuthorityProfile> others) {
        if (profile.flaw().isPresent()) {
            return State.FLAWED;
        }
        if (smime.comesWithTheProgram(profile.certificate())) {
            return State.BUILT_IN;
        }
        if (keyring.acceptance(profile.certificate().fingerprint()) == Acceptance.ACCEPTED) {
            return State.BELIEVED;
        }
        List<Octets> sound = others.stream()
                .filter(other -> other.flaw().isEmpty() && !other.equals(profile))
                .map(other -> other.certificate().encoded())
                .toList();
        boolean below = !smime.chain(profile.certificate(), sound).above().isEmpty();
        return below ? State.BELOW_ANOTHER : State.OPEN;
    }

    void believe(Candidate authority, Instant now) {
        if (authority.state() != State.OPEN) {
            throw new IllegalArgumentException("only an authority that can be believed");
        }
        keep(authority, now);
        decide(authority.profile().certificate().fingerprint(), Acceptance.ACCEPTED, "believed about mail", now);
    }

    void keep(Candidate authority, Instant now) {
        Keeping _ = keyring.smime().keep(authority.profile().certificate(), now);
    }

    void pin(SmimeCertificate certificate, Instant now) {
        Keeping _ = keyring.smime().keep(certificate, now);
        decide(certificate.fingerprint(), Acceptance.ACCEPTED, "accepted as it is", now);
    }

    /// What is one's own stays so; the word for it as an authority is taken back.
    boolean takeBack(Fingerprint.X509Sha256 fingerprint, Instant now) {
        Optional<SmimeEntry> decided = keyring.smime()
                .entry(fingerprint)
                .filter(entry -> entry.own()
                        ? entry.authority() && entry.acceptance() == Acceptance.ACCEPTED
                        : entry.acceptance().compareTo(Acceptance.ACCEPTED) >= 0);
        decided.ifPresent(entry ->
                decide(fingerprint, entry.own() ? Acceptance.VERIFIED : Acceptance.UNDECIDED, "taken back", now));
        return decided.isPresent();
    }

    private void decide(Fingerprint fingerprint, Acceptance acceptance, String what, Instant now) {
        String evidence = what + " on " + LocalDate.ofInstant(now, ZoneOffset.UTC);
        keyring.decide(new Decision(fingerprint, acceptance, now, evidence));
    }

    /// A flaw in the terms in which other certificates are refused.
    static List<Objection> objections(Flaw flaw) {
        return switch (flaw) {
            case Flaw.NoAuthority() -> List.of(new Objection.AgainstRules("RFC 5280 §4.2.1.9"));
            case Flaw.NotForMail() -> List.of(new Objection.NotForMail());
            case Flaw.Unsound(List<Objection> objections) -> objections;
        };
    }
}
