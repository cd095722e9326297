package org.waxwing.crypto.smime;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.waxwing.crypto.mime.Octets;

/// People with keys of every kind, issued by one small authority.
final class SmimeFolk {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final KeyPair authority = pair("RSA", "2048");
    private final SecureRandom random = new SecureRandom();

    /// @param algorithm such as "RSA", "EC", "X25519", "ML-KEM"
    /// @param size in bits, or the curve, or the parameter set
    UnlockedIdentity person(String name, String algorithm, String size) {
        KeyPair own = pair(algorithm, size);
        X509CertificateHolder certificate = issued(name, own);
        return new UnlockedIdentity(
                certificate,
                List.of(),
                UnlockedKey.ofPkcs8(Octets.of(own.getPrivate().getEncoded())).orElseThrow());
    }

    /// The same with the key on a token that does everything.
    OnToken onToken(String name, String algorithm, String size) {
        KeyPair own = pair(algorithm, size);
        return new OnToken(issued(name, own), new PretendToken(own));
    }

    /// Somebody whose key lies on a token.
    record OnToken(X509CertificateHolder certificate, PretendToken token) {
        UnlockedIdentity identity() {
            return new UnlockedIdentity(certificate, List.of(), UnlockedKey.onToken(token));
        }

        @Override
        public String toString() {
            return "OnToken[redacted]";
        }
    }

    private X509CertificateHolder issued(String name, KeyPair own) {
        try {
            return new X509v3CertificateBuilder(
                            new X500Name("CN=Example Mail CA"),
                            new BigInteger(64, random),
                            Date.from(NOW.minusSeconds(3600)),
                            Date.from(NOW.plusSeconds(360000)),
                            new X500Name("CN=" + name),
                            SubjectPublicKeyInfo.getInstance(own.getPublic().getEncoded()))
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(authority.getPrivate()));
        } catch (OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyPair pair(String algorithm, String size) {
        try {
            boolean postQuantum = algorithm.startsWith("ML-");
            KeyPairGenerator generator = postQuantum
                    ? KeyPairGenerator.getInstance(algorithm + "-" + size, BOUNCY_CASTLE)
                    : KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("RSA")) {
                generator.initialize(Integer.parseInt(size));
            } else if (algorithm.equals("EC")) {
                generator.initialize(new java.security.spec.ECGenParameterSpec(size));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static SmimeRecipient recipient(UnlockedIdentity person, SmimeCapabilities capabilities) {
        return new SmimeRecipient(person.certificate(), capabilities);
    }

    static byte[] encoded(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
