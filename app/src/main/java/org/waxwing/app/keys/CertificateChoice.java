package org.waxwing.app.keys;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.keystore.Keyring;

/// Which of several certificates and keys for one address is taken: one that can be used before one that
/// can't, the better known before the less known, the newer before the older.
public final class CertificateChoice {
    private final Keyring keyring;

    public CertificateChoice(Keyring keyring) {
        this.keyring = keyring;
    }

    /// The certificate to encrypt for, or nothing when none can be used now.
    public Optional<Certificate> toEncrypt(AddrSpec address, Instant now) {
        return bound(address, now).stream()
                .filter(certificate -> certificate.usability(now).canEncrypt())
                .findFirst();
    }

    public Readiness readiness(AddrSpec address, Instant now) {
        Optional<Certificate> usable = toEncrypt(address, now);
        if (usable.isPresent()) {
            Certificate certificate = usable.get();
            Standing standing = keyring.entry(certificate.fingerprint())
                    .map(Cards::standing)
                    .orElse(Standing.FOUND);
            return new Readiness.Ready(certificate.fingerprint(), standing, certificate.expires());
        }
        return bound(address, now).stream()
                .findFirst()
                .or(() -> keyring.certificatesFor(address).stream().findFirst())
                .<Readiness>map(certificate -> new Readiness.CardUnusable(
                        certificate.fingerprint(), certificate.usability(now).objections()))
                .orElseGet(Readiness.NoCard::new);
    }

    /// The key that signs letters from this address; one that can't sign or open now only where there is
    /// no better one.
    public Optional<OpenPgpSecretKey> ownKey(AddrSpec address, Instant now) {
        List<OpenPgpSecretKey> own = keyring.ownKeys().stream()
                .filter(key -> key.certificate().userIds().stream()
                        .anyMatch(id -> id.address().filter(address::equals).isPresent()))
                .sorted(Comparator.comparingInt(key -> usable(key, address, now) ? 0 : 1))
                .toList();
        return own.stream().findFirst();
    }

    /// Whether letters from the address can be signed with the key, and their copies opened.
    public boolean usable(LockedSecretKey key, AddrSpec address, Instant now) {
        return key.certificate().binds(address, now)
                && key.certificate().usability(now).canSign()
                && key.certificate().usability(now).canEncrypt();
    }

    private List<Certificate> bound(AddrSpec address, Instant now) {
        return keyring.certificatesFor(address).stream()
                .filter(certificate -> certificate.binds(address, now))
                .toList();
    }
}
