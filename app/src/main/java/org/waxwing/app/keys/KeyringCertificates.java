package org.waxwing.app.keys;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.trust.AuthorityOffer;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.CertificateCard;
import org.waxwing.app.trust.CertificateRequest;
import org.waxwing.app.trust.Certificates;
import org.waxwing.app.trust.Installation;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Keyring;

/// S/MIME certificates, straight from the keyring.
public final class KeyringCertificates implements Certificates {
    private final CertificateShelf shelf;
    private final OwnCertificates own;
    private final AuthorityTrust trust;
    private final InstantSource clock;

    public KeyringCertificates(Keyring keyring, Smime smime, SecureRandom random, InstantSource clock) {
        this.shelf = new CertificateShelf(keyring, smime);
        this.own = new OwnCertificates(keyring, smime, shelf, random);
        this.trust = new AuthorityTrust(keyring, smime, shelf, random);
        this.clock = clock;
    }

    @Override
    public CertificateRequest request(CertificateWish wish) {
        return own.request(wish, clock.instant());
    }

    @Override
    public List<CertificateRequest> waiting() {
        return own.waiting();
    }

    @Override
    public Installation install(Octets answer, boolean anyAddress) {
        return own.install(answer, anyAddress, clock.instant());
    }

    @Override
    public List<CertificateCard> all() {
        return shelf.all(clock.instant());
    }

    @Override
    public List<Card> own() {
        return shelf.own(clock.instant());
    }

    @Override
    public Optional<CertificateCard> card(Fingerprint.X509Sha256 fingerprint) {
        return shelf.card(fingerprint, clock.instant());
    }

    @Override
    public List<CertificateCard> forAddress(AddrSpec address) {
        return shelf.forAddress(address, clock.instant());
    }

    @Override
    public Optional<Octets> export(Fingerprint.X509Sha256 fingerprint, boolean chain) {
        return shelf.export(fingerprint, chain);
    }

    @Override
    public boolean keepsKey(Fingerprint.X509Sha256 fingerprint) {
        return own.keepsKey(fingerprint);
    }

    @Override
    public Optional<Octets> exportPrivate(Fingerprint.X509Sha256 fingerprint, Passphrase passphrase) {
        return own.exportPrivate(fingerprint, passphrase);
    }

    @Override
    public AuthorityOffer offer(Octets file) {
        return trust.offer(file, clock.instant());
    }

    @Override
    public Optional<AuthorityOffer.Candidate> offer(Fingerprint.X509Sha256 fingerprint) {
        return trust.offer(fingerprint, clock.instant());
    }

    @Override
    public void believe(AuthorityOffer.Candidate authority) {
        trust.believe(authority, clock.instant());
    }

    @Override
    public void keep(AuthorityOffer.Candidate authority) {
        trust.keep(authority, clock.instant());
    }

    @Override
    public void pin(SmimeCertificate certificate) {
        trust.pin(certificate, clock.instant());
    }

    @Override
    public boolean takeBack(Fingerprint.X509Sha256 fingerprint) {
        return trust.takeBack(fingerprint, clock.instant());
    }
}
