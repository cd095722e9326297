package org.waxwing.crypto;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.secret.SecretBytes;
import org.waxwing.crypto.smime.identity.PrivateKeyLock;

/// An authority of an institution, and the people whose certificates it issues.
public final class SmimeCast {
    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Date BEGIN = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Date END = Date.from(Instant.parse("2028-01-01T00:00:00Z"));
    private static final X500Name AUTHORITY = new X500Name("CN=Example Mail CA,O=Example");

    private final Smime smime = Smime.with(new SecureRandom());
    private final KeyPair authorityKeys = keys();
    private final Octets authority;
    private long serial = 1;

    public SmimeCast() {
        authority = certificate(
                AUTHORITY, authorityKeys, new BasicConstraints(true), List.of(), KeyPurposeId.id_kp_emailProtection);
    }

    /// The authority's own certificate.
    public Octets authority() {
        return authority;
    }

    @MustBeClosed
    public Passphrase passphrase() {
        return Passphrase.taking("correct horse".toCharArray());
    }

    /// Somebody with a key to sign and to receive.
    public Person person(String name, String address) {
        return person(name, address, KeyPurposeId.id_kp_emailProtection);
    }

    /// @param purpose what the certificate is for
    public Person person(String name, String address, KeyPurposeId purpose) {
        KeyPair keys = keys();
        GeneralName mailbox = new GeneralName(GeneralName.rfc822Name, address);
        Octets der =
                certificate(new X500Name("CN=" + name), keys, new BasicConstraints(false), List.of(mailbox), purpose);
        Octets pkcs8 = Octets.of(keys.getPrivate().getEncoded());
        try (Passphrase passphrase = passphrase();
                SecretBytes clear = SecretBytes.taking(pkcs8.toByteArray())) {
            Octets locked = new PrivateKeyLock(new SecureRandom()).lock(clear, passphrase, LockStrength.RANDOM_SECRET);
            SmimeSecretKey key = new SmimeSecretKey(smime.certificate(der).orElseThrow(), List.of(authority), locked);
            return new Person(key, pkcs8);
        }
    }

    /// @param pkcs8 the private key in the clear, for other programs
    public record Person(SmimeSecretKey key, Octets pkcs8) {
        @Override
        public String toString() {
            return "Person[redacted]";
        }
    }

    private Octets certificate(
            X500Name subject, KeyPair keys, BasicConstraints kind, List<GeneralName> mailboxes, KeyPurposeId purpose) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                            AUTHORITY,
                            BigInteger.valueOf(serial++),
                            BEGIN,
                            END,
                            subject,
                            SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()))
                    .addExtension(Extension.basicConstraints, true, kind);
            if (!mailboxes.isEmpty()) {
                builder = builder.addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(mailboxes.toArray(GeneralName[]::new)))
                        .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            }
            return Octets.of(
                    builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(authorityKeys.getPrivate()))
                            .getEncoded());
        } catch (IOException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
