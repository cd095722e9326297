package org.waxwing.keystore.transfer;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.IdentityFile;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.transfer.ImportReport.Line;

/// Puts what a file of S/MIME identities holds into the keyring and names what became of each item.
///
/// A certificate that an authority confirms needs no more than that. One that nobody confirms is accepted
/// as it is, because the person chose the file. An authority's certificate is kept and helps to find a
/// path; it is believed only once the person says so.
final class SmimeIntake {
    private static final int SEARCHED = 1 << 16;
    private static final int DER_SEQUENCE = 0x30;
    private static final int TRIES = 3;

    private final Keyring keyring;
    private final Smime smime;
    private final SecureRandom random;
    private final Instant now;

    SmimeIntake(Keyring keyring, SecureRandom random, Instant now) {
        this.keyring = keyring;
        this.smime = Smime.with(random);
        this.random = random;
        this.now = now;
    }

    /// Whether these bytes are for here: DER, or PEM that isn't of OpenPGP.
    static boolean takes(Octets bytes) {
        if (bytes.isEmpty()) {
            return false;
        }
        String begin = bytes.slice(0, Math.min(SEARCHED, bytes.length())).latin1();
        boolean pem = begin.contains("-----BEGIN ") && !begin.contains("-----BEGIN PGP ");
        return (bytes.at(0) & 0xff) == DER_SEQUENCE || pem;
    }

    /// @param passphrases tried in order, after none at all; somebody is asked three times at most
    /// @param evidence for the journal
    List<Line> take(String source, Octets bytes, KeyImport.Passphrases passphrases, String evidence) {
        try (Passphrase lock = Passphrase.random(random)) {
            IdentityFile first = opened(bytes, passphrases.given(), lock);
            return switch (Readings.locked(first) ? asked(source, bytes, passphrases.asked(), lock, first) : first) {
                case IdentityFile.Refused(IdentityProblem problem) -> List.of(refused(source, problem));
                case IdentityFile.Read(List<IdentityFile.Item> items) ->
                    items.stream()
                            .map(item -> line(source, item, lock, evidence))
                            .toList();
            };
        }
    }

    /// Everything that comes to light until nothing is locked any more.
    private IdentityFile opened(Octets bytes, List<Passphrase> passphrases, Passphrase lock) {
        IdentityFile file = smime.identities(bytes, Optional.empty(), lock);
        for (Passphrase passphrase : passphrases) {
            if (!Readings.locked(file)) {
                return file;
            }
            file = Readings.together(file, smime.identities(bytes, Optional.of(passphrase), lock));
        }
        return file;
    }

    /// @param before what is left where nobody answers
    private IdentityFile asked(
            String source, Octets bytes, FilePassphrase passphrases, Passphrase lock, IdentityFile before) {
        IdentityFile file = before;
        for (int tried = 0; tried < TRIES && Readings.locked(file); tried++) {
            Optional<Passphrase> answer = passphrases.ask(source, tried > 0);
            if (answer.isEmpty()) {
                return file;
            }
            try (Passphrase passphrase = answer.get()) {
                file = Readings.together(file, smime.identities(bytes, Optional.of(passphrase), lock));
            }
        }
        return file;
    }

    private Line line(String source, IdentityFile.Item item, Passphrase lock, String evidence) {
        return switch (item) {
            case IdentityFile.Item.KeyFound(SmimeSecretKey key) -> {
                Keeping keeping = keyring.smime().keepSecret(key, lock, now);
                yield kept(source, key.certificate(), keeping, true, decided(key, "own key, " + evidence));
            }
            case IdentityFile.Item.CertificateFound(SmimeCertificate certificate, boolean authority) -> {
                Keeping keeping = keyring.smime().keep(certificate, now);
                Optional<Acceptance> acceptance =
                        authority ? Optional.empty() : acceptedWhereNobodyConfirms(certificate, evidence);
                yield kept(source, certificate, keeping, false, acceptance);
            }
            case IdentityFile.Item.PassedOver(String what, IdentityProblem problem) ->
                new Line.Skipped(source, what, reason(problem), lost(problem));
        };
    }

    private Optional<Acceptance> decided(SmimeSecretKey key, String evidence) {
        if (keyring.acceptance(key.fingerprint()) == Acceptance.UNDECIDED) {
            keyring.decide(new Decision(key.fingerprint(), Acceptance.VERIFIED, now, evidence));
        }
        return Optional.of(keyring.acceptance(key.fingerprint()));
    }

    private Optional<Acceptance> acceptedWhereNobodyConfirms(SmimeCertificate certificate, String evidence) {
        // An authority may give one certificate to receive with and another that only signs.
        Purpose purpose = certificate.usability(certificate.created()).canEncrypt() ? Purpose.ENCRYPT : Purpose.SIGN;
        List<Objection> objections = smime.objections(certificate, List.of(), purpose, keyring.trust(), now);
        boolean unconfirmed =
                !objections.isEmpty() && objections.stream().allMatch(Objection.NoTrustedAuthority.class::isInstance);
        if (unconfirmed && keyring.acceptance(certificate.fingerprint()) == Acceptance.UNDECIDED) {
            keyring.decide(new Decision(certificate.fingerprint(), Acceptance.ACCEPTED, now, evidence));
            return Optional.of(Acceptance.ACCEPTED);
        }
        return Optional.empty();
    }

    private static Line kept(
            String source,
            SmimeCertificate certificate,
            Keeping keeping,
            boolean secret,
            Optional<Acceptance> acceptance) {
        String owner =
                certificate.userIds().stream().findFirst().map(UserId::text).orElse("");
        return new Line.Kept(source, certificate.fingerprint(), owner, keeping, secret, false, acceptance);
    }

    private static Line refused(String source, IdentityProblem problem) {
        return problem == IdentityProblem.NOT_RECOGNIZED
                ? new Line.Unreadable(source, Line.Why.NOTHING_INSIDE)
                : new Line.Skipped(source, "the file", reason(problem), lost(problem));
    }

    /// The person named the file, so whatever could be of use in it was wanted.
    private static boolean lost(IdentityProblem problem) {
        return problem != IdentityProblem.REVOCATION_LIST && problem != IdentityProblem.REQUEST;
    }

    private static SkipReason reason(IdentityProblem problem) {
        return switch (problem) {
            case MALFORMED, NOT_RECOGNIZED -> SkipReason.MALFORMED;
            case UNSUPPORTED -> SkipReason.UNSUPPORTED;
            case REVOCATION_LIST -> SkipReason.REVOCATION_LIST;
            case REQUEST -> SkipReason.REQUEST;
            case PASSPHRASE_NEEDED -> SkipReason.PASSPHRASE_NEEDED;
            case WRONG_PASSPHRASE -> SkipReason.WRONG_PASSPHRASE;
            case TOO_COSTLY, CANCELLED -> SkipReason.TOO_COSTLY;
            case TOO_LARGE -> SkipReason.TOO_LARGE;
            case NO_CERTIFICATE -> SkipReason.NO_CERTIFICATE;
            case KEY_MISMATCH -> SkipReason.KEY_MISMATCH;
        };
    }
}
