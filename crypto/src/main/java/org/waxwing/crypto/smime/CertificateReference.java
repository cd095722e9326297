package org.waxwing.crypto.smime;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.path.Bounds;

/// How a message names a certificate (RFC 5652 §5.3, §6.2.1). It finds candidates; it proves nothing.
public sealed interface CertificateReference {
    /// Whether the certificate answers to it.
    boolean names(X509CertificateHolder certificate);

    /// By its issuer's name and its serial number.
    record Serial(X500Name issuer, BigInteger number) implements CertificateReference {
        @Override
        public boolean names(X509CertificateHolder certificate) {
            return number.equals(certificate.getSerialNumber()) && issuer.equals(certificate.getIssuer());
        }
    }

    /// By its key.
    record KeyIdentifier(Octets octets) implements CertificateReference {
        @Override
        public boolean names(X509CertificateHolder certificate) {
            Extension extension = certificate.getExtension(Extension.subjectKeyIdentifier);
            byte[] stated = extension == null
                    ? derived(certificate)
                    : SubjectKeyIdentifier.getInstance(extension.getParsedValue())
                            .getKeyIdentifier();
            return octets.equals(Octets.of(stated));
        }

        /// RFC 5280 §4.2.1.2, the first method.
        private static byte[] derived(X509CertificateHolder certificate) {
            byte[] bits =
                    certificate.getSubjectPublicKeyInfo().getPublicKeyData().getBytes();
            SHA1Digest digest = new SHA1Digest();
            digest.update(bits, 0, bits.length);
            byte[] identifier = new byte[digest.getDigestSize()];
            int _ = digest.doFinal(identifier, 0);
            return identifier;
        }
    }

    /// In a way that nobody uses in mail, or by a name that is larger than any real one.
    record Unknown() implements CertificateReference {
        @Override
        public boolean names(X509CertificateHolder certificate) {
            return false;
        }
    }

    static CertificateReference of(RecipientIdentifier identifier) {
        return identifier.isTagged()
                ? new KeyIdentifier(Octets.of(
                        ASN1OctetString.getInstance(identifier.getId()).getOctets()))
                : of(IssuerAndSerialNumber.getInstance(identifier.getId()));
    }

    static CertificateReference of(SignerIdentifier identifier) {
        return identifier.isTagged()
                ? new KeyIdentifier(Octets.of(
                        ASN1OctetString.getInstance(identifier.getId()).getOctets()))
                : of(IssuerAndSerialNumber.getInstance(identifier.getId()));
    }

    static CertificateReference of(KeyAgreeRecipientIdentifier identifier) {
        return Optional.ofNullable(identifier.getIssuerAndSerialNumber())
                .map(CertificateReference::of)
                .or(() -> Optional.ofNullable(identifier.getRKeyID())
                        .map(key -> new KeyIdentifier(
                                Octets.of(key.getSubjectKeyIdentifier().getOctets()))))
                .orElseGet(Unknown::new);
    }

    static CertificateReference of(IssuerAndSerialNumber serial) {
        return Bounds.hold(serial.getName())
                ? new Serial(serial.getName(), serial.getSerialNumber().getValue())
                : new Unknown();
    }
}
