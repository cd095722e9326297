package org.waxwing.app.practice;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.waxwing.crypto.mime.Octets;

/// A certificate authority of one day's fame and the server certificate for `localhost` that it signed (RFC
/// 5280). The authority's private key is gone when this is made, so nothing else can ever be signed with
/// it.
///
/// @param authority what a client relies on
/// @param server what the server shows
/// @param serverKey what the server proves it with
record PracticeCertificate(X509Certificate authority, X509Certificate server, PrivateKey serverKey) {
    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String SUBJECT_ALT_NAME = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final Octets LOOPBACK = Octets.of(new byte[] {127, 0, 0, 1});
    private static final Octets DIGITAL_SIGNATURE = Octets.of(new byte[] {(byte) 0x80});
    private static final Octets KEY_CERT_SIGN = Octets.of(new byte[] {0x04});

    /// Fresh keys and certificates, valid from a day before to thirty days after.
    static PracticeCertificate make(SecureRandom random, Instant now) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair authority = generator.generateKeyPair();
        KeyPair server = generator.generateKeyPair();
        Octets authorityName = name("Waxwing practice authority");
        Octets isAuthority = Der.sequence(
                extension(BASIC_CONSTRAINTS, true, Der.sequence(Der.yes())),
                extension(KEY_USAGE, true, Der.bitString(KEY_CERT_SIGN, 2)));
        Octets isServer = Der.sequence(
                extension(BASIC_CONSTRAINTS, true, Der.sequence()),
                extension(KEY_USAGE, true, Der.bitString(DIGITAL_SIGNATURE, 7)),
                extension(
                        SUBJECT_ALT_NAME,
                        false,
                        Der.sequence(Der.implicit(2, Octets.ofUtf8("localhost")), Der.implicit(7, LOOPBACK))));
        Issuer issuer = new Issuer(authorityName, authority.getPrivate(), random, now);
        return new PracticeCertificate(
                issuer.certify(authorityName, authority.getPublic(), isAuthority),
                issuer.certify(name("localhost"), server.getPublic(), isServer),
                server.getPrivate());
    }

    /// The authority in PEM, as an account takes it.
    Octets anchor() throws GeneralSecurityException {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return Octets.ofUtf8("-----BEGIN CERTIFICATE-----\n"
                + lines.encodeToString(authority.getEncoded())
                + "\n-----END CERTIFICATE-----\n");
    }

    @Override
    public String toString() {
        return "PracticeCertificate[redacted]";
    }

    private static Octets name(String commonName) {
        return Der.sequence(Der.setOf(Der.sequence(Der.objectIdentifier(COMMON_NAME), Der.utf8(commonName))));
    }

    private static Octets extension(String id, boolean critical, Octets value) {
        return critical
                ? Der.sequence(Der.objectIdentifier(id), Der.yes(), Der.octetString(value))
                : Der.sequence(Der.objectIdentifier(id), Der.octetString(value));
    }

    /// Signs certificates under one name.
    private record Issuer(Octets name, PrivateKey key, SecureRandom random, Instant now) {
        X509Certificate certify(Octets subject, PublicKey publicKey, Octets extensions)
                throws GeneralSecurityException {
            Octets algorithm = Der.sequence(Der.objectIdentifier(ECDSA_WITH_SHA256));
            Octets toBeSigned = Der.sequence(
                    Der.explicit(0, Der.integer(2)),
                    Der.integer(new BigInteger(126, random).setBit(126)),
                    algorithm,
                    name,
                    Der.sequence(Der.time(now.minus(Duration.ofDays(1))), Der.time(now.plus(Duration.ofDays(30)))),
                    subject,
                    Octets.of(publicKey.getEncoded()),
                    Der.explicit(3, extensions));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key, random);
            signature.update(toBeSigned.toByteArray());
            Octets whole = Der.sequence(toBeSigned, algorithm, Der.bitString(Octets.of(signature.sign()), 0));
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(whole.toByteArray()));
        }
    }
}
