package org.waxwing.app.keys;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.trust.CertificateRequest;
import org.waxwing.app.trust.Installation;
import org.waxwing.app.trust.Installation.Installed.Change;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.AuthorityAnswer;
import org.waxwing.crypto.cert.AuthorityProfile;
import org.waxwing.crypto.cert.CertificateChain;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.cert.WaitingKey;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.WaitingRequest;

/// One's own certificates: asked for, answered, and handed to other programs.
final class OwnCertificates {
    private final Keyring keyring;
    private final Smime smime;
    private final CertificateShelf shelf;
    private final IssuerChains chains;
    private final SecureRandom random;

    OwnCertificates(Keyring keyring, Smime smime, CertificateShelf shelf, SecureRandom random) {
        this.keyring = keyring;
        this.smime = smime;
        this.shelf = shelf;
        this.chains = new IssuerChains(keyring, smime);
        this.random = random;
    }

    CertificateRequest request(CertificateWish wish, Instant now) {
        try (Passphrase lock = Passphrase.random(random)) {
            WaitingRequest waiting = new WaitingRequest(smime.request(wish, lock), now);
            keyring.smime().keepWaiting(waiting, lock);
            return shown(waiting);
        }
    }

    List<CertificateRequest> waiting() {
        return keyring.smime().waiting().stream().map(this::shown).toList();
    }

    private CertificateRequest shown(WaitingRequest waiting) {
        return new CertificateRequest(waiting.key().wish(), waiting.asked(), smime.armored(waiting.key()));
    }

    Installation install(Octets answer, boolean anyAddress, Instant now) {
        if (answer.latin1().contains("CERTIFICATE REQUEST-----")) {
            return new Installation.RequestItself();
        }
        List<WaitingKey> waiting =
                keyring.smime().waiting().stream().map(WaitingRequest::key).toList();
        return switch (smime.answer(answer, waiting, keyring.smimeKeys())) {
            case AuthorityAnswer.Refused(IdentityProblem problem) -> new Installation.Unreadable(problem);
            case AuthorityAnswer.ForAnotherKey(int certificates) ->
                new Installation.ForAnotherKey(certificates, waiting.size());
            case AuthorityAnswer.Fits fits -> fitting(fits, anyAddress, now);
        };
    }

    private Installation fitting(AuthorityAnswer.Fits fits, boolean anyAddress, Instant now) {
        SmimeCertificate certificate = fits.key().certificate();
        Optional<Instant> ended = certificate.expires().filter(now::isAfter);
        if (ended.isPresent()) {
            return new Installation.Ended(ended.get());
        }
        List<AddrSpec> asked = asked(fits);
        List<AddrSpec> named = addresses(certificate).toList();
        if (!anyAddress && !asked.isEmpty() && asked.stream().noneMatch(named::contains)) {
            return new Installation.NotForAddress(
                    asked.getFirst(), named.stream().map(AddrSpec::text).toList());
        }
        List<Octets> along = Stream.concat(
                        fits.key().chain().stream(), fits.authorities().stream().map(SmimeCertificate::encoded))
                .toList();
        CertificateChain chain = shelf.chain(certificate, along);
        List<Objection> flaws = flaws(certificate, chain, now);
        if (!flaws.isEmpty()) {
            return new Installation.Unusable(flaws);
        }
        Optional<SmimeSecretKey> before = shelf.key(certificate.fingerprint());
        boolean longer = before.map(SmimeSecretKey::chain)
                .filter(known -> known.size() >= chain.above().size())
                .isEmpty();
        if (longer || fits.waiting().isPresent()) {
            keep(fits, chain, now);
        }
        Change change = before.isEmpty() ? Change.TAKEN : longer ? Change.COMPLETED : Change.UNCHANGED;
        return new Installation.Installed(
                shelf.card(certificate.fingerprint(), now).orElseThrow(), chain, change);
    }

    /// Why no letter could be signed with it or sealed for it, whoever believes its authority.
    private List<Objection> flaws(SmimeCertificate certificate, CertificateChain chain, Instant now) {
        Usability use = certificate.usability(certificate.created());
        if (!use.canSign() && !use.canEncrypt()) {
            return use.objections();
        }
        boolean forOthers = chain.above().stream()
                .flatMap(authority -> smime.authority(authority, now).flaw().stream())
                .anyMatch(AuthorityProfile.Flaw.NotForMail.class::isInstance);
        return forOthers ? List.of(new Objection.NotForMail()) : List.of();
    }

    private void keep(AuthorityAnswer.Fits fits, CertificateChain chain, Instant now) {
        SmimeCertificate certificate = fits.key().certificate();
        SmimeSecretKey key = new SmimeSecretKey(
                certificate,
                chain.above().stream().map(SmimeCertificate::encoded).toList(),
                fits.key().place());
        String evidence = "own key, answered by an authority on " + LocalDate.ofInstant(now, ZoneOffset.UTC);
        Decision own = new Decision(certificate.fingerprint(), Acceptance.VERIFIED, now, evidence);
        keyring.smime().keepAnswered(key, fits.waiting(), fits.authorities(), own, now);
    }

    /// For which addresses: of the request, or of the certificates that the key has.
    private List<AddrSpec> asked(AuthorityAnswer.Fits fits) {
        return fits.waiting()
                .map(waiting -> List.of(waiting.wish().address()))
                .orElseGet(() -> keyring.smimeKeys().stream()
                        .filter(own -> own.place().equals(fits.key().place()))
                        .flatMap(own -> addresses(own.certificate()))
                        .toList());
    }

    private static Stream<AddrSpec> addresses(SmimeCertificate certificate) {
        return certificate.userIds().stream().map(UserId::address).flatMap(Optional::stream);
    }

    boolean keepsKey(Fingerprint.X509Sha256 fingerprint) {
        return shelf.key(fingerprint)
                .filter(key -> key.place() instanceof KeyPlace.Held)
                .isPresent();
    }

    Optional<Octets> exportPrivate(Fingerprint.X509Sha256 fingerprint, Passphrase passphrase) {
        return shelf.key(fingerprint).flatMap(key -> pkcs12(key, passphrase));
    }

    /// How many of the own keys are kept here.
    int keptKeys() {
        return Math.toIntExact(keyring.smimeKeys().stream()
                .filter(key -> key.place() instanceof KeyPlace.Held)
                .count());
    }

    /// Every own key that doesn't lie on a token, with its certificate and chain, in PKCS#12.
    List<Octets> identities(Passphrase passphrase) {
        return keyring.smimeKeys().stream()
                .flatMap(key -> pkcs12(key, passphrase).stream())
                .toList();
    }

    private Optional<Octets> pkcs12(SmimeSecretKey key, Passphrase passphrase) {
        Optional<Passphrase> known = keyring.passphraseFor(key);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        try (Passphrase lock = known.get()) {
            return smime.pkcs12(chains.completed(key), name(key.certificate()), lock, passphrase);
        }
    }

    /// What other programs show for it.
    private static String name(SmimeCertificate certificate) {
        return addresses(certificate)
                .findFirst()
                .map(AddrSpec::text)
                .orElse(certificate.fingerprint().hex());
    }
}
