package org.waxwing.crypto.smime.identity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.identity.Findings.FoundCertificate;

/// Brings together private keys and certificates that belong to each other, and the certificates above
/// them. A key and a certificate belong together by what they have in common alone: what a file claims
/// about it ties nothing.
public final class Marriage {
    private static final int LONGEST_CHAIN = 12;

    private final List<X509CertificateHolder> certificates;

    public Marriage(List<X509CertificateHolder> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    static Marriage of(Findings findings) {
        return new Marriage(findings.certificates().stream()
                .map(FoundCertificate::certificate)
                .toList());
    }

    /// The certificates of the key: none, one, or several over time.
    List<X509CertificateHolder> of(PublicHalf half) {
        return certificates.stream()
                .filter(certificate -> fits(certificate, half))
                .toList();
    }

    static boolean fits(X509CertificateHolder certificate, PublicHalf half) {
        try {
            return PublicHalf.of(certificate.getSubjectPublicKeyInfo()).equals(half);
        } catch (Refusal unknownAlgorithm) {
            return false;
        }
    }

    /// The certificates above one, its issuer's first, as far as they are here. Whether they prove anything
    /// is judged elsewhere.
    public List<X509CertificateHolder> chain(X509CertificateHolder certificate) {
        List<X509CertificateHolder> chain = new ArrayList<>();
        Set<X509CertificateHolder> seen = new HashSet<>(Set.of(certificate));
        Optional<X509CertificateHolder> issuer = issuer(certificate);
        while (issuer.isPresent() && seen.add(issuer.get()) && chain.size() < LONGEST_CHAIN) {
            chain.add(issuer.get());
            issuer = issuer(issuer.get());
        }
        return chain;
    }

    private Optional<X509CertificateHolder> issuer(X509CertificateHolder certificate) {
        return certificates.stream()
                .filter(other -> !other.equals(certificate))
                .filter(other -> other.getSubject().equals(certificate.getIssuer()) && keyIdsAgree(other, certificate))
                .findFirst();
    }

    /// False only where both name the issuer's key and name it differently (RFC 5280 §4.2.1.1).
    private static boolean keyIdsAgree(X509CertificateHolder issuer, X509CertificateHolder issued) {
        Extension authority = issued.getExtension(Extension.authorityKeyIdentifier);
        Extension subject = issuer.getExtension(Extension.subjectKeyIdentifier);
        if (authority == null || subject == null) {
            return true;
        }
        try {
            byte[] wanted = AuthorityKeyIdentifier.getInstance(authority.getParsedValue())
                    .getKeyIdentifierOctets();
            byte[] own =
                    SubjectKeyIdentifier.getInstance(subject.getParsedValue()).getKeyIdentifier();
            return wanted == null || java.util.Arrays.equals(wanted, own);
        } catch (IllegalArgumentException | IllegalStateException malformed) {
            return false;
        }
    }

    static Octets der(X509CertificateHolder certificate) {
        try {
            return Octets.of(certificate.getEncoded());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
