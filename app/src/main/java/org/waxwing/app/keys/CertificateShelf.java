package org.waxwing.app.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.CertificateCard;
import org.waxwing.app.trust.CertificateCard.Backing;
import org.waxwing.app.trust.CertificateCard.Kind;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateChain;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.cert.X509Verdict;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.SmimeEntry;

/// Every S/MIME certificate of the keyring, and on whose word it counts.
final class CertificateShelf {
    private final Keyring keyring;
    private final Smime smime;
    private final IssuerChains chains;
    private final Cards cards;

    CertificateShelf(Keyring keyring, Smime smime) {
        this.keyring = keyring;
        this.smime = smime;
        this.chains = new IssuerChains(keyring, smime);
        this.cards = new Cards(keyring);
    }

    List<CertificateCard> all(Instant now) {
        return keyring.smime().entries().stream()
                .map(entry -> card(entry, now))
                .sorted(Comparator.comparing(CertificateCard::kind))
                .toList();
    }

    List<Card> own(Instant now) {
        return keyring.smime().entries().stream()
                .filter(SmimeEntry::own)
                .map(entry -> cards.of(entry, now))
                .toList();
    }

    Optional<CertificateCard> card(Fingerprint.X509Sha256 fingerprint, Instant now) {
        return keyring.smime().entry(fingerprint).map(entry -> card(entry, now));
    }

    /// The same of one that may not be in the keyring.
    CertificateCard looked(SmimeCertificate certificate, Instant now) {
        SmimeEntry stranger = new SmimeEntry(
                certificate, Acceptance.UNDECIDED, now, false, smime.isAuthority(certificate), Optional.empty());
        return card(keyring.smime().entry(certificate.fingerprint()).orElse(stranger), now);
    }

    List<CertificateCard> forAddress(AddrSpec address, Instant now) {
        return keyring.certificatesFor(address).stream()
                .flatMap(found -> found instanceof SmimeCertificate x509
                        ? card(x509.fingerprint(), now).stream()
                        : Stream.empty())
                .toList();
    }

    private CertificateCard card(SmimeEntry entry, Instant now) {
        Kind kind = entry.own() ? Kind.OWN : entry.authority() ? Kind.AUTHORITY : Kind.PERSON;
        Backing backing = switch (kind) {
            case OWN -> judged(entry.certificate(), ownChain(entry.certificate()), withoutPin(entry), now);
            case PERSON -> judged(entry.certificate(), List.of(), keyring.trust(), now);
            case AUTHORITY -> authority(entry, now);
        };
        return new CertificateCard(entry.certificate(), kind, Cards.standing(entry), entry.firstSeen(), backing);
    }

    /// One's own word for oneself convinces nobody else.
    private X509Trust withoutPin(SmimeEntry entry) {
        X509Trust trust = keyring.trust();
        Set<Fingerprint> accepted = new HashSet<>(trust.accepted());
        accepted.remove(entry.certificate().fingerprint());
        return new X509Trust(trust.authorities(), trust.intermediates(), accepted, trust.rejected(), trust.revoked());
    }

    private List<Octets> ownChain(SmimeCertificate certificate) {
        return key(certificate.fingerprint()).map(SmimeSecretKey::chain).orElse(List.of());
    }

    Optional<SmimeSecretKey> key(Fingerprint fingerprint) {
        return keyring.smimeKeys().stream()
                .filter(key -> key.fingerprint().equals(fingerprint))
                .findFirst();
    }

    private Backing authority(SmimeEntry entry, Instant now) {
        boolean believed = entry.acceptance() == Acceptance.ACCEPTED;
        if (entry.acceptance() == Acceptance.REJECTED) {
            return new Backing.Refused(List.of(new Objection.RejectedByUser()));
        }
        return smime.authority(entry.certificate(), now)
                .flaw()
                .<Backing>map(flaw -> new Backing.Refused(AuthorityTrust.objections(flaw)))
                .orElseGet(() -> believed ? new Backing.Believed() : new Backing.HelpsOnly());
    }

    /// For receiving letters, or, where it isn't for that, for signing them.
    private Backing judged(SmimeCertificate certificate, List<Octets> along, X509Trust trust, Instant now) {
        Purpose purpose = certificate.usability(certificate.created()).canEncrypt() ? Purpose.ENCRYPT : Purpose.SIGN;
        return switch (smime.judge(certificate, along, purpose, trust, now)) {
            case X509Verdict.Confirmed confirmed -> new Backing.ConfirmedBy(confirmed.by());
            case X509Verdict.AcceptedAsItIs() -> new Backing.AcceptedAsItIs();
            case X509Verdict.Refused(List<Objection> objections) -> new Backing.Refused(objections);
        };
    }

    /// What hangs above a certificate, of all that is here.
    ///
    /// @param along what came with it
    CertificateChain chain(SmimeCertificate certificate, List<Octets> along) {
        return chains.above(certificate, along);
    }

    Optional<Octets> export(Fingerprint.X509Sha256 fingerprint, boolean chain) {
        return keyring.smime().entry(fingerprint).map(SmimeEntry::certificate).map(certificate -> {
            List<SmimeCertificate> above =
                    chain ? chain(certificate, ownChain(certificate)).above() : List.of();
            return together(Stream.concat(Stream.of(certificate), above.stream())
                    .map(smime::armored)
                    .toList());
        });
    }

    private static Octets together(List<Octets> blocks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (Octets block : blocks) {
                block.writeTo(all);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Octets.of(all.toByteArray());
    }
}
