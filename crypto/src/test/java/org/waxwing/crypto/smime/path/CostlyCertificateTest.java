package org.waxwing.crypto.smime.path;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.mime.Octets;

/// Certificates that only cost: whoever gets a letter with them waits no longer for that.
class CostlyCertificateTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final X500Name BEN = new X500Name("CN=Ben");

    private final Random random = new Random(7);
    private final KeyPair pair = pair();

    @Test
    void aLargePowerInAnAuthoritysKeyCostsNothing() {
        SubjectPublicKeyInfo key = info(() -> new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption),
                new RSAPublicKey(odd(16_384), odd(16_380))));
        X500Name authority = new X500Name("CN=Authority");
        List<Octets> others = IntStream.range(0, 20)
                .mapToObj(_ -> certificate(authority, new X500Name("CN=Root"), key))
                .toList();
        PathQuestion question =
                new PathQuestion(certificate(BEN, authority, own()), others, Purpose.SIGN, TestAuthority.NOW);
        assertFalse(
                assertTimeoutPreemptively(SOON, () -> new CertificatePaths(List.of()).judge(question))
                        instanceof PathVerdict.Trusted);
    }

    /// Names are compared attribute by attribute, each with all of the other's.
    @Test
    void aNameOfThousandsOfPartsIsNoName() {
        List<RDN> parts = IntStream.range(0, 8_000)
                .mapToObj(i -> new RDN(BCStyle.CN, new DERUTF8String(Integer.toString(i))))
                .toList();
        X500Name one = new X500Name(parts.toArray(RDN[]::new));
        X500Name other = new X500Name(parts.reversed().toArray(RDN[]::new));
        Octets certificate = certificate(one, other, own());
        assertFalse(assertTimeoutPreemptively(
                SOON,
                () -> PathCertificate.read(certificate)
                        .filter(PathCertificate::isSelfIssued)
                        .isPresent()));
    }

    private interface Made<T> {
        T make() throws IOException;
    }

    private static SubjectPublicKeyInfo info(Made<SubjectPublicKeyInfo> made) {
        try {
            return made.make();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private BigInteger odd(int bits) {
        return new BigInteger(bits, random).setBit(bits - 1).setBit(0);
    }

    private SubjectPublicKeyInfo own() {
        return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    }

    private Octets certificate(X500Name subject, X500Name issuer, SubjectPublicKeyInfo key) {
        try {
            return Octets.of(new X509v3CertificateBuilder(
                            issuer,
                            BigInteger.valueOf(random.nextLong() & Long.MAX_VALUE),
                            Date.from(TestAuthority.BEGIN),
                            Date.from(TestAuthority.END),
                            subject,
                            key)
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
                    .getEncoded());
        } catch (IOException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
