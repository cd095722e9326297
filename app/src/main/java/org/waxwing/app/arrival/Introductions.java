package org.waxwing.app.arrival;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.waxwing.crypto.Authenticity;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeIntroduction;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.SmimeKeyring;

/// Keeps what a signed letter tells about its signer, so that the answer can be sealed (RFC 8551 §2.5).
/// Only a letter whose author is proven introduces anybody. Certificates are added to those known, and
/// none is accepted by that: each is judged anew before a letter is sealed for it.
public final class Introductions {
    private final Keyring keyring;
    private final Smime smime;
    private final Function<Certificate, Optional<AddrSpec>> ownName;

    /// @param ownName the person's own address that somebody else's certificate claims: nobody is
    ///   introduced under it
    public Introductions(Keyring keyring, Smime smime, Function<Certificate, Optional<AddrSpec>> ownName) {
        this.keyring = keyring;
        this.smime = smime;
        this.ownName = ownName;
    }

    /// Doing it again changes nothing.
    void keep(Opening opening, Instant now) {
        if (opening instanceof Opening.Opened opened
                && opened.summary().authenticity() instanceof Authenticity.Verified verified
                && verified.signer() instanceof SmimeCertificate signer
                && ownName.apply(signer).isEmpty()) {
            verified.introduction()
                    .ifPresent(introduction -> keep(signer, introduction, earlier(verified.signedAt(), now), now));
        }
    }

    private void keep(SmimeCertificate signer, SmimeIntroduction introduction, Instant stated, Instant now) {
        introduction.path().stream()
                .flatMap(der -> smime.certificate(der).stream())
                .filter(smime::isAuthority)
                .forEach(authority -> {
                    Keeping _ = keyring.smime().keep(authority, now);
                });
        keep(signer, introduction.capabilities(), stated, now);
        introduction
                .forReplies()
                .filter(Predicate.not(smime::isAuthority))
                .filter(other -> sameOwner(signer, other, now))
                .ifPresent(other -> keep(other, introduction.capabilities(), stated, now));
    }

    /// A letter that states nothing takes nothing away from what an earlier one stated.
    private void keep(SmimeCertificate certificate, Set<String> capabilities, Instant stated, Instant now) {
        SmimeKeyring people = keyring.smime();
        Keeping _ = people.keep(certificate, now);
        if (!capabilities.isEmpty()) {
            people.noteCapabilities(certificate.fingerprint(), capabilities, stated);
        }
    }

    /// A signer introduces no certificate of somebody else.
    private static boolean sameOwner(SmimeCertificate signer, SmimeCertificate other, Instant now) {
        return signer.userIds().stream()
                .map(UserId::address)
                .flatMap(Optional::stream)
                .anyMatch(address -> other.binds(address, now));
    }

    /// A signer's clock that runs ahead must not shut out what is stated later.
    private static Instant earlier(Instant signedAt, Instant now) {
        return signedAt.isBefore(now) ? signedAt : now;
    }
}
