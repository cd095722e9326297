package org.waxwing.crypto.smime.path;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.waxwing.crypto.cert.Objection;

/// What holds for each certificate by itself, beyond what path validation looks at.
final class CertificateRules {
    private static final int LONGEST_SERIAL = 20;

    /// Critical extensions that are understood here or by path validation.
    private static final List<ASN1ObjectIdentifier> UNDERSTOOD = List.of(
            Extension.basicConstraints,
            Extension.keyUsage,
            Extension.extendedKeyUsage,
            Extension.subjectAlternativeName,
            Extension.nameConstraints,
            Extension.certificatePolicies,
            Extension.policyMappings,
            Extension.policyConstraints,
            Extension.inhibitAnyPolicy,
            Extension.issuingDistributionPoint,
            Extension.cRLDistributionPoints);

    private CertificateRules() {}

    /// The objections to a certificate below an anchor.
    static List<Objection> below(PathCertificate certificate, Instant at) {
        List<Objection> objections = new ArrayList<>(anywhere(certificate, at));
        if (!serialHolds(certificate.structure().getSerialNumber())) {
            objections.add(new Objection.AgainstRules("RFC 5280 §4.1.2.2"));
        }
        return objections;
    }

    /// The objections to a certificate in any place, anchor included. Its number is the anchor's own
    /// matter, for nobody numbered it but itself.
    static List<Objection> anywhere(PathCertificate certificate, Instant at) {
        List<Objection> objections = new ArrayList<>();
        validity(certificate, at).ifPresent(objections::add);
        KeyStrength.ofKey(certificate).ifPresent(objections::add);
        CertificateExtensions extensions = certificate.extensions();
        extensions.critical().stream()
                .filter(id -> !UNDERSTOOD.contains(id))
                .map(id -> new Objection.Unsupported("extension " + id.getId()))
                .forEach(objections::add);
        if (certificate.issuer().getRDNs().length == 0) {
            objections.add(new Objection.AgainstRules("RFC 5280 §4.1.2.4"));
        }
        if (!subjectHolds(certificate)) {
            objections.add(new Objection.AgainstRules("RFC 5280 §4.1.2.6"));
        }
        if (!extensions.isAuthority() && extensions.nameConstraints().isPresent()) {
            objections.add(new Objection.AgainstRules("RFC 5280 §4.2.1.10"));
        }
        if (!extensions.isAuthority() && extensions.assertsCertificateSigning()) {
            objections.add(new Objection.AgainstRules("RFC 5280 §4.2.1.3"));
        }
        return objections;
    }

    /// The objections to a certificate that issued another.
    static List<Objection> authority(PathCertificate certificate) {
        List<Objection> objections = new ArrayList<>();
        CertificateExtensions extensions = certificate.extensions();
        if (!extensions.isAuthority()) {
            objections.add(new Objection.AgainstRules("RFC 5280 §4.2.1.9"));
        }
        if (!extensions.allowsUsage(KeyUsage.keyCertSign)) {
            objections.add(new Objection.AgainstRules("RFC 5280 §4.2.1.3"));
        }
        return objections;
    }

    static Optional<Objection> validity(PathCertificate certificate, Instant at) {
        if (at.isBefore(certificate.notBefore())) {
            return Optional.of(new Objection.NotYetValid(certificate.notBefore()));
        }
        return at.isAfter(certificate.notAfter())
                ? Optional.of(new Objection.Expired(certificate.notAfter()))
                : Optional.empty();
    }

    /// Positive, and 20 octets at most as DER writes it.
    private static boolean serialHolds(BigInteger serial) {
        return serial.signum() > 0 && serial.toByteArray().length <= LONGEST_SERIAL;
    }

    /// An authority has a name; anybody else has one, or alternative names that can't be passed over.
    private static boolean subjectHolds(PathCertificate certificate) {
        CertificateExtensions extensions = certificate.extensions();
        return certificate.subject().getRDNs().length > 0
                || (!extensions.isAuthority() && extensions.isCritical(Extension.subjectAlternativeName));
    }
}
