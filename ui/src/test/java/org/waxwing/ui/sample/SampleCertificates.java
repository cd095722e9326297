package org.waxwing.ui.sample;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.trust.AuthorityOffer;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.CertificateCard;
import org.waxwing.app.trust.CertificateRequest;
import org.waxwing.app.trust.Certificates;
import org.waxwing.app.trust.Installation;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// A keyring without S/MIME certificates.
final class SampleCertificates implements Certificates {
    @Override
    public CertificateRequest request(CertificateWish wish) {
        throw new IllegalStateException("no requests in the samples");
    }

    @Override
    public List<CertificateRequest> waiting() {
        return List.of();
    }

    @Override
    public Installation install(Octets answer, boolean anyAddress) {
        return new Installation.Unreadable(IdentityProblem.NO_CERTIFICATE);
    }

    @Override
    public List<CertificateCard> all() {
        return List.of();
    }

    @Override
    public List<Card> own() {
        return List.of();
    }

    @Override
    public Optional<CertificateCard> card(Fingerprint.X509Sha256 fingerprint) {
        return Optional.empty();
    }

    @Override
    public List<CertificateCard> forAddress(AddrSpec address) {
        return List.of();
    }

    @Override
    public Optional<Octets> export(Fingerprint.X509Sha256 fingerprint, boolean chain) {
        return Optional.empty();
    }

    @Override
    public boolean keepsKey(Fingerprint.X509Sha256 fingerprint) {
        return false;
    }

    @Override
    public Optional<Octets> exportPrivate(Fingerprint.X509Sha256 fingerprint, Passphrase passphrase) {
        return Optional.empty();
    }

    @Override
    public AuthorityOffer offer(Octets file) {
        return new AuthorityOffer.Unreadable(IdentityProblem.NO_CERTIFICATE);
    }

    @Override
    public Optional<AuthorityOffer.Candidate> offer(Fingerprint.X509Sha256 fingerprint) {
        return Optional.empty();
    }

    @Override
    public void believe(AuthorityOffer.Candidate authority) {
        throw new IllegalStateException("no authorities in the samples");
    }

    @Override
    public void keep(AuthorityOffer.Candidate authority) {
        throw new IllegalStateException("no authorities in the samples");
    }

    @Override
    public void pin(SmimeCertificate certificate) {
        throw new IllegalStateException("no certificates in the samples");
    }

    @Override
    public boolean takeBack(Fingerprint.X509Sha256 fingerprint) {
        return false;
    }
}
