package org.waxwing.crypto.smime;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.path.CertificateAddresses;
import org.waxwing.crypto.smime.path.CertificatePaths;
import org.waxwing.crypto.smime.path.DistinguishedNames;
import org.waxwing.crypto.smime.path.PathCertificate;
import org.waxwing.crypto.smime.path.PathQuestion;
import org.waxwing.crypto.smime.path.PathVerdict;

/// An address card read from the octets of an X.509 certificate. Two are equal when their octets are.
final class CertificateCard implements SmimeCertificate {
    private final PathCertificate certificate;
    private final List<AddrSpec> addresses;

    private CertificateCard(PathCertificate certificate) {
        this.certificate = certificate;
        this.addresses = CertificateAddresses.of(certificate);
    }

    /// Nothing for what is no certificate.
    static Optional<CertificateCard> read(Octets der) {
        return PathCertificate.read(der).map(CertificateCard::new);
    }

    /// As above, for octets that were read before.
    static PathCertificate certificate(SmimeCertificate known) {
        return known instanceof CertificateCard card
                ? card.certificate
                : PathCertificate.read(known.encoded())
                        .orElseThrow(() -> new IllegalArgumentException("this is no X.509 certificate"));
    }

    @Override
    public Fingerprint.X509Sha256 fingerprint() {
        return certificate.fingerprint();
    }

    @Override
    public Instant created() {
        return certificate.notBefore();
    }

    @Override
    public Optional<Instant> expires() {
        return Optional.of(certificate.notAfter());
    }

    /// By the certificate alone, whoever issued it.
    @Override
    public Usability usability(Instant at) {
        List<Objection> encrypting = objections(Purpose.ENCRYPT, at);
        List<Objection> signing = objections(Purpose.SIGN, at);
        List<Objection> all = new ArrayList<>(encrypting);
        signing.stream().filter(objection -> !all.contains(objection)).forEach(all::add);
        return new Usability(encrypting.isEmpty(), signing.isEmpty(), all);
    }

    private List<Objection> objections(Purpose purpose, Instant at) {
        PathQuestion alone = new PathQuestion(certificate.encoded(), List.of(), purpose, at)
                .withPinned(Set.of(certificate.fingerprint()));
        return switch (new CertificatePaths(List.of()).judge(alone)) {
            case PathVerdict.Trusted _ -> List.of();
            case PathVerdict.Untrusted(List<Objection> objections) -> objections;
        };
    }

    @Override
    public List<UserId> userIds() {
        boolean named = certificate.subject().getRDNs().length > 0;
        String name = named ? oneLine(certificate.subject()) : "";
        if (addresses.isEmpty()) {
            return named ? List.of(new UserId(name)) : List.of();
        }
        return addresses.stream()
                .map(address -> new UserId(
                        name.isEmpty() || name.equals(address.text())
                                ? "<" + address.text() + ">"
                                : name + " <" + address.text() + ">"))
                .toList();
    }

    @Override
    public boolean binds(AddrSpec address, Instant at) {
        return addresses.contains(address)
                && !at.isBefore(certificate.notBefore())
                && !at.isAfter(certificate.notAfter());
    }

    @Override
    public String issuer() {
        return oneLine(certificate.issuer());
    }

    /// Angle brackets in a name would end in an address of the name's choice.
    private static String oneLine(X500Name name) {
        return DistinguishedNames.inWords(name)
                .replace("<", "")
                .replace(">", "")
                .strip();
    }

    @Override
    public BigInteger serial() {
        return certificate.structure().getSerialNumber();
    }

    @Override
    public String algorithm() {
        PublicKey key = certificate.certificate().getPublicKey();
        return switch (key) {
            case RSAKey rsa -> "RSA " + rsa.getModulus().bitLength();
            case ECKey ec -> "EC " + ec.getParams().getOrder().bitLength();
            default -> key.getAlgorithm();
        };
    }

    @Override
    public Octets encoded() {
        return certificate.encoded();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateCard that && certificate.equals(that.certificate);
    }

    @Override
    public int hashCode() {
        return certificate.hashCode();
    }

    /// The fingerprint alone: the rest is a person's.
    @Override
    public String toString() {
        return "CertificateCard[" + fingerprint().hex() + "]";
    }
}
