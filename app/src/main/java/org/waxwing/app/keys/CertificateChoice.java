package org.waxwing.app.keys;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Standing;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.StatedCapabilities;
import org.waxwing.crypto.cert.X509Verdict;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.SmimeEntry;

/// Which of several certificates and keys for one address is taken: one that can be used before one that
/// can't, the better known before the less known, the newer before the older.
public final class CertificateChoice {
    private final Keyring keyring;
    private final Smime smime;
    private final IssuerChains chains;

    public CertificateChoice(Keyring keyring, Smime smime) {
        this.keyring = keyring;
        this.smime = smime;
        this.chains = new IssuerChains(keyring, smime);
    }

    /// The certificates to encrypt for, one for each technology in which one can be used now.
    public Map<Technology, Certificate> toEncrypt(AddrSpec address, Instant now) {
        Map<Technology, Certificate> found = new EnumMap<>(Technology.class);
        for (Certificate certificate : bound(address, now)) {
            Technology technology = Technology.of(certificate);
            if (!found.containsKey(technology) && objections(certificate, now).isEmpty()) {
                found.put(technology, certificate);
            }
        }
        return found;
    }

    /// As it is when the technology doesn't matter.
    public Readiness readiness(AddrSpec address, Instant now) {
        return toEncrypt(address, now).values().stream()
                .findFirst()
                .<Readiness>map(certificate -> ready(certificate, now))
                .orElseGet(() -> notReady(address, now));
    }

    /// What is said of a certificate that can be used.
    public Readiness.Ready ready(Certificate certificate, Instant now) {
        return switch (certificate) {
            case OpenPgpCertificate _ ->
                new Readiness.Ready(
                        certificate.fingerprint(),
                        keyring.entry(certificate.fingerprint())
                                .map(Cards::standing)
                                .orElse(Standing.FOUND),
                        certificate.expires());
            case SmimeCertificate x509 ->
                new Readiness.Ready(
                        x509.fingerprint(),
                        keyring.smime()
                                .entry(x509.fingerprint())
                                .map(Cards::standing)
                                .orElse(Standing.FOUND),
                        x509.expires(),
                        confirmedBy(x509, now));
        };
    }

    /// The key that signs letters from this address; one that can't sign or open now only where there is
    /// no better one.
    public Optional<OpenPgpSecretKey> ownKey(AddrSpec address, Instant now) {
        return best(keyring.ownKeys(), address, now, key -> usable(key, address, now), _ -> true);
    }

    /// The same in one technology; of S/MIME with every certificate above it that is here.
    public Optional<LockedSecretKey> ownKey(AddrSpec address, Technology technology, Instant now) {
        return switch (technology) {
            case OPENPGP -> ownKey(address, now).map(Function.<LockedSecretKey>identity());
            case SMIME ->
                best(keyring.smimeKeys(), address, now, key -> usable(key, address, now), key -> isSound(key, now))
                        .map(chains::completed);
        };
    }

    /// Whether letters from the address can be signed with the key, and their copies opened. An authority
    /// may give one certificate to sign with and another to receive with.
    public boolean usable(LockedSecretKey key, AddrSpec address, Instant now) {
        return key.certificate().binds(address, now)
                && key.certificate().usability(now).canSign()
                && ownToEncrypt(key, address, now).isPresent();
    }

    /// For whom the sender's own copy is encrypted.
    public Optional<Certificate> ownToEncrypt(LockedSecretKey signer, AddrSpec address, Instant now) {
        Stream<? extends LockedSecretKey> others = switch (Technology.of(signer)) {
            case OPENPGP -> Stream.of();
            case SMIME -> keyring.smimeKeys().stream();
        };
        return Stream.concat(Stream.of(signer), others)
                .<Certificate>map(LockedSecretKey::certificate)
                .filter(certificate -> certificate.binds(address, now))
                .filter(certificate -> certificate.usability(now).canEncrypt())
                .findFirst();
    }

    /// What is known of the programs of these people.
    public StatedCapabilities capabilities(List<Certificate> certificates) {
        Map<Fingerprint, Set<String>> stated = new HashMap<>();
        for (Certificate certificate : certificates) {
            if (certificate instanceof SmimeCertificate x509) {
                boolean own = keyring.smime()
                        .entry(x509.fingerprint())
                        .filter(SmimeEntry::own)
                        .isPresent();
                stated.put(
                        x509.fingerprint(),
                        own ? smime.capabilities() : keyring.smime().capabilities(x509.fingerprint()));
            }
        }
        return new StatedCapabilities(stated);
    }

    private <K extends LockedSecretKey> Optional<K> best(
            List<K> keys, AddrSpec address, Instant now, Predicate<K> usable, Predicate<K> sound) {
        return keys.stream()
                .filter(key -> key.certificate().userIds().stream()
                        .anyMatch(id -> id.address().filter(address::equals).isPresent()))
                .min(Comparator.comparingInt((K key) -> usable.test(key) ? 0 : 1)
                        .thenComparingInt(key -> key.certificate().binds(address, now) ? 0 : 1)
                        .thenComparingInt(key -> sound.test(key) ? 0 : 1));
    }

    /// Whether readers who believe its authority will believe its signatures. One whose chain breaks a rule,
    /// such as by SHA-1, still signs where there is no other: the key is good, and each reader judges.
    private boolean isSound(SmimeSecretKey key, Instant now) {
        return smime.objections(key.certificate(), key.chain(), Purpose.SIGN, keyring.trust(), now)
                .isEmpty();
    }

    private Readiness notReady(AddrSpec address, Instant now) {
        return bound(address, now).stream()
                .findFirst()
                .or(() -> keyring.certificatesFor(address).stream().findFirst())
                .<Readiness>map(certificate ->
                        new Readiness.CardUnusable(certificate.fingerprint(), objections(certificate, now)))
                .orElseGet(Readiness.NoCard::new);
    }

    /// An OpenPGP certificate speaks for itself; behind an X.509 certificate somebody has to stand.
    private List<Objection> objections(Certificate certificate, Instant now) {
        return switch (certificate) {
            case OpenPgpCertificate _ ->
                certificate.usability(now).canEncrypt()
                        ? List.of()
                        : orNoKey(certificate.usability(now).objections());
            case SmimeCertificate x509 ->
                x509.usability(now).canEncrypt()
                        ? onWhoseWord(x509, now)
                        : orNoKey(x509.usability(now).objections());
        };
    }

    /// Nobody's word is needed that the key of an own certificate is here; only its revocation counts.
    private List<Objection> onWhoseWord(SmimeCertificate certificate, Instant now) {
        boolean own = keyring.smime()
                .entry(certificate.fingerprint())
                .filter(SmimeEntry::own)
                .isPresent();
        return own
                ? Stream.ofNullable(keyring.trust().revoked().get(certificate.fingerprint()))
                        .<Objection>map(Function.identity())
                        .toList()
                : smime.objections(certificate, List.of(), Purpose.ENCRYPT, keyring.trust(), now);
    }

    private static List<Objection> orNoKey(List<Objection> objections) {
        return objections.isEmpty() ? List.of(new Objection.NoSuitableKey(Purpose.ENCRYPT)) : objections;
    }

    private Optional<String> confirmedBy(SmimeCertificate certificate, Instant now) {
        return switch (smime.judge(certificate, List.of(), Purpose.ENCRYPT, keyring.trust(), now)) {
            case X509Verdict.Confirmed confirmed -> Optional.of(confirmed.by());
            case X509Verdict.AcceptedAsItIs _, X509Verdict.Refused _ -> Optional.empty();
        };
    }

    /// For an address of the person's own nobody else's certificate is taken, unless they compared it. An
    /// own certificate is among those for its address, so one alone needs no look at the keys.
    private List<Certificate> bound(AddrSpec address, Instant now) {
        List<Certificate> certificates = keyring.certificatesFor(address);
        List<Fingerprint> own = certificates.size() < 2 ? List.of() : own(address);
        return certificates.stream()
                .filter(certificate -> certificate.binds(address, now))
                .filter(certificate -> own.isEmpty()
                        || own.contains(certificate.fingerprint())
                        || keyring.acceptance(certificate.fingerprint()) == Acceptance.VERIFIED)
                .toList();
    }

    private List<Fingerprint> own(AddrSpec address) {
        return Stream.concat(keyring.ownKeys().stream(), keyring.smimeKeys().stream())
                .map(LockedSecretKey::certificate)
                .filter(certificate -> certificate.userIds().stream()
                        .anyMatch(id -> id.address().filter(address::equals).isPresent()))
                .map(Certificate::fingerprint)
                .toList();
    }
}
