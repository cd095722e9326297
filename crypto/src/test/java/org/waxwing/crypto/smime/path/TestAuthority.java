package org.waxwing.crypto.smime.path;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.waxwing.crypto.mime.Octets;

/// A name with a key that issues whatever certificates a test needs.
final class TestAuthority {
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2028-01-01T00:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    /// One extension of a certificate to be.
    record Part(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {}

    private final X500Name name;
    private final KeyPair keys;
    private final String algorithm;
    private long serial = 1;

    TestAuthority(String name) {
        this(name, "SHA256withECDSA");
    }

    /// @param algorithm how it signs
    TestAuthority(String name, String algorithm) {
        this.algorithm = algorithm;
        this.name = new X500Name("CN=" + name + ",O=Example");
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// Its own certificate, signed by itself.
    Octets root(Part... more) {
        return authority(this, more);
    }

    /// A certificate for another authority.
    Octets authority(TestAuthority other, Part... more) {
        List<Part> parts = new ArrayList<>(List.of(more));
        parts.add(new Part(Extension.basicConstraints, true, new BasicConstraints(true)));
        return issue(other.name, other, parts);
    }

    /// A certificate for a person.
    Octets person(TestAuthority person, Part... parts) {
        return issue(person.name, person, List.of(parts));
    }

    /// What it answers to a request (RFC 2986): everything that was asked for.
    ///
    /// @param end of the certificate
    Octets answer(Octets request, Instant end) {
        PKCS10CertificationRequest asked = read(request);
        List<Part> parts = new ArrayList<>();
        Extensions wanted = asked.getRequestedExtensions();
        for (ASN1ObjectIdentifier id : wanted.getExtensionOIDs()) {
            Extension one = wanted.getExtension(id);
            parts.add(new Part(id, one.isCritical(), one.getParsedValue()));
        }
        return issue(asked.getSubject(), asked.getSubjectPublicKeyInfo(), end, parts);
    }

    /// Whether the request proves that whoever asks has the key.
    static boolean isProven(Octets request) {
        try {
            PKCS10CertificationRequest asked = read(request);
            return asked.isSignatureValid(
                    new JcaContentVerifierProviderBuilder().build(asked.getSubjectPublicKeyInfo()));
        } catch (OperatorCreationException | PKCSException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static PKCS10CertificationRequest read(Octets request) {
        try {
            return new PKCS10CertificationRequest(request.toByteArray());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Octets issue(X500Name subject, TestAuthority owner, List<Part> parts) {
        return issue(
                subject, SubjectPublicKeyInfo.getInstance(owner.keys.getPublic().getEncoded()), END, parts);
    }

    private Octets issue(X500Name subject, SubjectPublicKeyInfo key, Instant end, List<Part> parts) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    name, BigInteger.valueOf(serial++), Date.from(BEGIN), Date.from(end), subject, key);
            for (Part part : parts) {
                X509v3CertificateBuilder _ = builder.addExtension(part.id(), part.critical(), part.value());
            }
            return Octets.of(builder.build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()))
                    .getEncoded());
        } catch (IOException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// Its list of what it revoked, a day old at [#NOW].
    ///
    /// @param revoked its certificates
    Octets list(int reason, Octets... revoked) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(NOW.minus(Duration.ofDays(1))));
            X509v2CRLBuilder _ = builder.setNextUpdate(Date.from(NOW.plus(Duration.ofDays(6))));
            for (Octets one : revoked) {
                X509v2CRLBuilder _ = builder.addCRLEntry(
                        new X509CertificateHolder(one.toByteArray()).getSerialNumber(),
                        Date.from(NOW.minus(Duration.ofDays(2))),
                        reason);
            }
            return Octets.of(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                    .getEncoded());
        } catch (IOException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// Where it says what it revoked.
    static Part[] asking(String responder, String list) {
        return new Part[] {
            new Part(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(
                            AccessDescription.id_ad_ocsp,
                            new GeneralName(GeneralName.uniformResourceIdentifier, responder))),
            new Part(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(
                        new DistributionPointName(
                                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, list))),
                        null,
                        null)
            }))
        };
    }

    static Part mailbox(String address) {
        return new Part(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)));
    }

    static Part utf8Mailbox(String address) {
        return new Part(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(
                        GeneralName.otherName,
                        new OtherName(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9"), new DERUTF8String(address)))));
    }
}
