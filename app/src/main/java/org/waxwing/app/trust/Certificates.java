package org.waxwing.app.trust;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// S/MIME certificates: getting one's own from an authority, and whom to believe about others'.
public interface Certificates {
    /// Makes a key and the request for its certificate. Both are kept before this returns, so that a crash
    /// loses neither.
    CertificateRequest request(CertificateWish wish);

    /// The requests that no authority has answered here, the newest first.
    List<CertificateRequest> waiting();

    /// Takes what an authority answered and keeps it with the key that has been waiting for it.
    ///
    /// @param anyAddress also where it is for another address than was asked for
    Installation install(Octets answer, boolean anyAddress);

    /// The person's own first, then others', then the authorities'; within these the newest first.
    List<CertificateCard> all();

    /// The person's own, as seals.
    List<Card> own();

    Optional<CertificateCard> card(Fingerprint.X509Sha256 fingerprint);

    /// Those of an address that weren't rejected, the one to prefer first.
    List<CertificateCard> forAddress(AddrSpec address);

    /// The certificate in PEM; nothing where it isn't here.
    ///
    /// @param chain with those above it that are at hand
    Optional<Octets> export(Fingerprint.X509Sha256 fingerprint, boolean chain);

    /// Whether the private key is kept here, and doesn't lie on a token only.
    boolean keepsKey(Fingerprint.X509Sha256 fingerprint);

    /// One of the person's own with its key and chain, in PKCS#12; nothing where there is no such key.
    ///
    /// @param passphrase of the file; not empty
    Optional<Octets> exportPrivate(Fingerprint.X509Sha256 fingerprint, Passphrase passphrase);

    /// What a file offers to believe, as an authority for mail or as a person's certificate. Nothing is changed.
    AuthorityOffer offer(Octets file);

    /// The same of an authority's certificate that is in the keyring; nothing where it isn't.
    Optional<AuthorityOffer.Candidate> offer(Fingerprint.X509Sha256 fingerprint);

    /// Believes it from now on: who it confirms is confirmed.
    void believe(AuthorityOffer.Candidate authority);

    /// Keeps it, to help to find a path. It proves nothing by itself.
    void keep(AuthorityOffer.Candidate authority);

    /// Accepts exactly this certificate, whoever confirms it or not, and keeps it where it isn't here yet.
    void pin(SmimeCertificate certificate);

    /// Takes back [#believe] or [#pin]. What was decided before stays in the journal.
    ///
    /// @return whether there was anything to take back
    boolean takeBack(Fingerprint.X509Sha256 fingerprint);
}
