package org.waxwing.crypto.smime.path;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.waxwing.crypto.mime.Octets;

/// The extensions that the rules look at (RFC 5280 §4.2.1), decoded once.
///
/// @param critical the object identifiers of all that are marked critical
/// @param authorityKey the issuer's key identifier; nothing where the extension names it otherwise
/// @param alternativeNames none where the extension is absent
record CertificateExtensions(
        List<ASN1ObjectIdentifier> critical,
        Optional<BasicConstraints> basicConstraints,
        Optional<KeyUsage> keyUsage,
        Optional<ExtendedKeyUsage> extendedKeyUsage,
        Optional<Octets> authorityKey,
        Optional<Octets> subjectKey,
        List<GeneralName> alternativeNames,
        Optional<NameConstraints> nameConstraints) {
    CertificateExtensions {
        critical = List.copyOf(critical);
        alternativeNames = List.copyOf(alternativeNames);
    }

    /// @throws IllegalArgumentException when one of them is malformed
    static CertificateExtensions of(Optional<Extensions> extensions) {
        List<ASN1ObjectIdentifier> critical = extensions.stream()
                .flatMap(all -> Stream.of(all.getCriticalExtensionOIDs()))
                .toList();
        return new CertificateExtensions(
                critical,
                decoded(extensions, Extension.basicConstraints, BasicConstraints::getInstance),
                decoded(extensions, Extension.keyUsage, KeyUsage::getInstance),
                decoded(extensions, Extension.extendedKeyUsage, ExtendedKeyUsage::getInstance),
                decoded(extensions, Extension.authorityKeyIdentifier, AuthorityKeyIdentifier::getInstance)
                        .flatMap(aki -> Optional.ofNullable(aki.getKeyIdentifierOctets()))
                        .map(Octets::of),
                decoded(extensions, Extension.subjectKeyIdentifier, SubjectKeyIdentifier::getInstance)
                        .map(ski -> Octets.of(ski.getKeyIdentifier())),
                decoded(extensions, Extension.subjectAlternativeName, GeneralNames::getInstance).stream()
                        .flatMap(names -> Stream.of(names.getNames()))
                        .toList(),
                decoded(extensions, Extension.nameConstraints, NameConstraints::getInstance));
    }

    boolean isCritical(ASN1ObjectIdentifier extension) {
        return critical.contains(extension);
    }

    /// Whether it may issue certificates.
    boolean isAuthority() {
        return basicConstraints.filter(BasicConstraints::isCA).isPresent();
    }

    /// Whether it says that its key signs certificates.
    boolean assertsCertificateSigning() {
        return keyUsage.isPresent() && allowsUsage(KeyUsage.keyCertSign);
    }

    /// Whether the key may be used so, or nothing is said of it (RFC 5280 §4.2.1.3).
    ///
    /// @param bits any of them is enough
    boolean allowsUsage(int bits) {
        return keyUsage.map(usage -> Stream.iterate(1, bit -> bit <= 1 << 15, bit -> bit << 1)
                        .anyMatch(bit -> (bits & bit) != 0 && usage.hasUsages(bit)))
                .orElse(true);
    }

    private static <T> Optional<T> decoded(
            Optional<Extensions> extensions, ASN1ObjectIdentifier id, Function<ASN1Encodable, T> decode) {
        return extensions
                .flatMap(all -> Optional.ofNullable(all.getExtensionParsedValue(id)))
                .map(decode);
    }
}
