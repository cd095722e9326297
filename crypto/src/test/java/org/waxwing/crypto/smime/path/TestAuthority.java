package org.waxwing.crypto.smime.path;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
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
    private long serial = 1;

    TestAuthority(String name) {
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

    private Octets issue(X500Name subject, TestAuthority owner, List<Part> parts) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(serial++),
                    Date.from(BEGIN),
                    Date.from(END),
                    subject,
                    SubjectPublicKeyInfo.getInstance(owner.keys.getPublic().getEncoded()));
            for (Part part : parts) {
                X509v3CertificateBuilder _ = builder.addExtension(part.id(), part.critical(), part.value());
            }
            return Octets.of(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                    .getEncoded());
        } catch (IOException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
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
