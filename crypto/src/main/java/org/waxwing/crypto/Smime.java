package org.waxwing.crypto;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.cert.AuthorityAnswer;
import org.waxwing.crypto.cert.AuthorityProfile;
import org.waxwing.crypto.cert.CertificateChain;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.cert.IdentityFile;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.RevocationAnswer;
import org.waxwing.crypto.cert.RevocationQuestion;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.WaitingKey;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.cert.X509Verdict;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.smime.CmsLayers;
import org.waxwing.crypto.smime.IdentityFiles;
import org.waxwing.crypto.smime.OwnIdentities;
import org.waxwing.crypto.smime.SmimeCapabilities;
import org.waxwing.crypto.smime.SmimeCards;
import org.waxwing.crypto.smime.SmimeLayers;
import org.waxwing.crypto.smime.path.RevocationInquiry;

/// The door to S/MIME: reading and judging certificates, making, taking in and handing out keys. One value for the
/// whole program.
public final class Smime {
    private final SmimeLayers layers;
    private final IdentityFiles identityFiles;
    private final OwnIdentities own;

    private Smime(SecureRandom random) {
        this.layers = new CmsLayers(random);
        this.identityFiles = new IdentityFiles(random);
        this.own = new OwnIdentities(random);
    }

    /// S/MIME with this source of randomness.
    public static Smime with(SecureRandom random) {
        return new Smime(random);
    }

    SmimeLayers layers() {
        return layers;
    }

    /// The certificate in these octets, or nothing when they are none.
    ///
    /// @param der one X.509 certificate
    public Optional<SmimeCertificate> certificate(Octets der) {
        return SmimeCards.read(der);
    }

    /// Those in one certificate, or in SignedData that carries some, in DER; empty for anything else.
    public List<SmimeCertificate> certificates(Octets der) {
        return SmimeCards.readAll(der);
    }

    /// What a file holds in which identities travel. Never throws for what is in it, and costs a bounded
    /// time whatever the file asks for.
    ///
    /// @param passphrase the file's own, if the person knows one
    /// @param lock what private keys are locked with from now on: a random secret
    public IdentityFile identities(Octets file, Optional<Passphrase> passphrase, Passphrase lock) {
        return identityFiles.read(file, passphrase, lock);
    }

    /// Makes a key, and the request that asks an authority to certify whose it is.
    ///
    /// @param lock what the key is locked with from now on: a random secret
    public WaitingKey request(CertificateWish wish, Passphrase lock) {
        return own.request(wish, lock);
    }

    /// The request in PEM, as authorities take it (RFC 7468 §7).
    public Octets armored(WaitingKey waiting) {
        return OwnIdentities.pem("CERTIFICATE REQUEST", waiting.request());
    }

    /// The certificate in PEM (RFC 7468 §5).
    public Octets armored(SmimeCertificate certificate) {
        return OwnIdentities.pem("CERTIFICATE", certificate.encoded());
    }

    /// Reads what an authority answered, in PEM, DER or PKCS#7, and finds the key that it is for. Never
    /// throws for what is in it, and judges nothing.
    ///
    /// @param waiting keys that wait for an answer, which are looked at first
    /// @param keys those that have a certificate already, for which it may be a newer one
    public AuthorityAnswer answer(Octets file, List<WaitingKey> waiting, List<SmimeSecretKey> keys) {
        return OwnIdentities.answer(file, waiting, keys);
    }

    /// A PKCS#12 file for other programs, with the key, its certificate and its chain; nothing where the
    /// lock doesn't open, or the key lies on a token and can't leave it.
    ///
    /// @param name what other programs show for it, such as the address
    /// @param lock what the key is locked with here
    /// @param passphrase of the file; not empty
    public Optional<Octets> pkcs12(SmimeSecretKey key, String name, Passphrase lock, Passphrase passphrase) {
        return own.pkcs12(key, name, lock, passphrase);
    }

    /// What hangs above a certificate, each proven by a signature, whether or not anybody believes the
    /// topmost.
    ///
    /// @param others certificates that may hang above it, in DER
    public CertificateChain chain(SmimeCertificate certificate, List<Octets> others) {
        return SmimeCards.chain(certificate, others);
    }

    /// What is to be said of a certificate before a person believes it as an authority for mail.
    public AuthorityProfile authority(SmimeCertificate certificate, Instant now) {
        return SmimeCards.authority(certificate, now);
    }

    /// Whether it is one of the authorities that come with the program.
    public boolean comesWithTheProgram(SmimeCertificate certificate) {
        return SmimeCards.isMailRoot(certificate);
    }

    /// Whether it is an authority's, which confirms others and receives no letters (RFC 5280 §4.2.1.9). A
    /// certificate that issued itself for a mail address and doesn't say that its key signs certificates
    /// is a person's, though it calls itself an authority.
    public boolean isAuthority(SmimeCertificate certificate) {
        return SmimeCards.isAuthority(certificate);
    }

    /// What this program reads, as it says in each signature (RFC 8551 §2.5.2): object identifiers in
    /// dotted decimal.
    public Set<String> capabilities() {
        return SmimeCapabilities.ours().identifiers();
    }

    /// Whether a certificate counts for the purpose now, and on whose word.
    ///
    /// @param along certificates that came with it and may lie on its path, in DER
    public X509Verdict judge(
            SmimeCertificate certificate, List<Octets> along, Objection.Purpose purpose, X509Trust trust, Instant now) {
        return SmimeCards.judge(certificate, along, purpose, trust, now);
    }

    /// Why a certificate doesn't count for the purpose now; empty where it does.
    ///
    /// @param along certificates that came with it and may lie on its path, in DER
    public List<Objection> objections(
            SmimeCertificate certificate, List<Octets> along, Objection.Purpose purpose, X509Trust trust, Instant now) {
        return switch (judge(certificate, along, purpose, trust, now)) {
            case X509Verdict.Confirmed _, X509Verdict.AcceptedAsItIs _ -> List.of();
            case X509Verdict.Refused(List<Objection> objections) -> objections;
        };
    }

    /// What could be asked about the revocation of a certificate and of those above it; empty where it
    /// doesn't count, or nobody is named. Nobody is asked here.
    ///
    /// @param along certificates that may lie on its path, in DER
    public List<RevocationQuestion> revocationQuestions(
            SmimeCertificate certificate, List<Octets> along, X509Trust trust, Instant now) {
        return SmimeCards.revocationQuestions(certificate, along, trust, now);
    }

    /// What an OCSP response says (RFC 6960 §4.2).
    public RevocationAnswer readOcspResponse(RevocationQuestion question, Octets response, Instant now) {
        return RevocationInquiry.ofResponder(question, response, now);
    }

    /// What a revocation list says (RFC 5280 §5).
    public RevocationAnswer readRevocationList(RevocationQuestion question, Octets list, Instant now) {
        return RevocationInquiry.ofList(question, list, now);
    }
}
