package org.waxwing.crypto.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.KeyAgreement;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.waxwing.crypto.smime.path.Bounds;

/// Whose mathematics a key uses: the Java platform's wherever it has the algorithm, Bouncy Castle's for the
/// rest (brainpool curves, the post-quantum algorithms). Neither is registered in the process.
final class Platform {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final String POST_QUANTUM_SIGNATURES = "2.16.840.1.101.3.4.3.";
    private static final String POST_QUANTUM_KEMS = "2.16.840.1.101.3.4.4.";

    private Platform() {}

    static PublicKey publicKey(SubjectPublicKeyInfo info) throws GeneralSecurityException {
        if (!Bounds.hold(info)) {
            throw new InvalidKeyException("a key larger than any real one");
        }
        String algorithm = info.getAlgorithm().getAlgorithm().getId();
        try {
            if (postQuantum(algorithm)) {
                return bouncyCastle(info);
            }
            try {
                return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(info.getEncoded()));
            } catch (GeneralSecurityException unknown) {
                return bouncyCastle(info);
            }
        } catch (IOException broken) {
            throw new GeneralSecurityException(broken);
        }
    }

    private static PublicKey bouncyCastle(SubjectPublicKeyInfo info) throws IOException, GeneralSecurityException {
        PublicKey key = BouncyCastleProvider.getPublicKey(info);
        if (key == null) {
            throw new NoSuchAlgorithmException("no such kind of key");
        }
        return key;
    }

    static PrivateKey privateKey(PrivateKeyInfo info) throws GeneralSecurityException {
        String algorithm = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
        try {
            if (postQuantum(algorithm)) {
                return bouncyCastle(info);
            }
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
            } catch (GeneralSecurityException unknown) {
                return bouncyCastle(info);
            }
        } catch (IOException broken) {
            throw new GeneralSecurityException(broken);
        }
    }

    private static PrivateKey bouncyCastle(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
        PrivateKey key = BouncyCastleProvider.getPrivateKey(info);
        if (key == null) {
            throw new NoSuchAlgorithmException("no such kind of key");
        }
        return key;
    }

    private static boolean postQuantum(String algorithm) {
        return algorithm.startsWith(POST_QUANTUM_SIGNATURES) || algorithm.startsWith(POST_QUANTUM_KEMS);
    }

    /// Whether the key is one of Bouncy Castle's own.
    static boolean isBouncyCastles(java.security.Key key) {
        return key.getClass().getName().startsWith("org.bouncycastle.");
    }

    static Signature signature(String name, java.security.Key key) throws GeneralSecurityException {
        return isBouncyCastles(key) ? Signature.getInstance(name, BOUNCY_CASTLE) : Signature.getInstance(name);
    }

    static KeyAgreement agreement(String name, java.security.Key key) throws GeneralSecurityException {
        return isBouncyCastles(key) ? KeyAgreement.getInstance(name, BOUNCY_CASTLE) : KeyAgreement.getInstance(name);
    }

    /// A fresh pair on the curve of this key.
    static KeyPair keyPair(AlgorithmIdentifier curve, PublicKey like, SecureRandom random)
            throws GeneralSecurityException {
        if (like instanceof XECPublicKey montgomery) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("XDH");
            generator.initialize(montgomery.getParams(), random);
            return generator.generateKeyPair();
        }
        if (like instanceof ECPublicKey weierstrass) {
            KeyPairGenerator generator = isBouncyCastles(like)
                    ? KeyPairGenerator.getInstance("EC", BOUNCY_CASTLE)
                    : KeyPairGenerator.getInstance("EC");
            generator.initialize(weierstrass.getParams(), random);
            return generator.generateKeyPair();
        }
        throw new NoSuchAlgorithmException("no pair of " + curve.getAlgorithm());
    }
}
