package org.waxwing.crypto.dkim;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.waxwing.crypto.dkim.DkimVerdict.Result;
import org.waxwing.crypto.mime.Octets;

/// Whether a signature is by a key and over the octets: RSA by PKCS#1 v1.5 (RFC 6376 §3.3), Ed25519 over
/// their SHA-256 (RFC 8463 §3). The mathematics are the platform's.
final class SignatureCheck {
    private static final int MOST_RSA_BITS = 8192;
    private static final int ED25519_OCTETS = 32;

    /// Everything of an Ed25519 key in DER before its 32 octets (RFC 8410 §4).
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final DkimRules rules;

    SignatureCheck(DkimRules rules) {
        this.rules = rules;
    }

    Result check(DkimField signature, DkimKey key, Octets signed) {
        try {
            Result result =
                    key.type().equals("ed25519") ? ed25519(signature, key, signed) : rsa(signature, key, signed);
            return result == Result.PASS && key.testing() ? Result.TESTING : result;
        } catch (GeneralSecurityException | IOException noKey) {
            return Result.BAD_KEY;
        }
    }

    private static Result ed25519(DkimField signature, DkimKey key, Octets signed) throws GeneralSecurityException {
        if (key.material().length() != ED25519_OCTETS) {
            return Result.BAD_KEY;
        }
        Octets.Collector encoded = new Octets.Collector(ED25519_PREFIX.length + ED25519_OCTETS);
        encoded.write(ED25519_PREFIX, 0, ED25519_PREFIX.length);
        encoded.write(key.material().toByteArray(), 0, ED25519_OCTETS);
        PublicKey ed25519 = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(encoded.take().toByteArray()));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(signed.toByteArray());
        return holds("Ed25519", ed25519, Octets.of(digest), signature.signature()) ? Result.PASS : Result.SIGNATURE_BAD;
    }

    private Result rsa(DkimField signature, DkimKey key, Octets signed) throws GeneralSecurityException, IOException {
        RSAPublicKey rsa = rsaKey(key.material());
        int bits = rsa.getModulus().bitLength();
        if (bits < rules.leastRsaBits()) {
            return Result.WEAK;
        }
        if (bits > MOST_RSA_BITS) {
            return Result.BAD_KEY;
        }
        String algorithm = signature.algorithm().equals(DkimField.SHA1) ? "SHA1withRSA" : "SHA256withRSA";
        if (holds(algorithm, rsa, signed, signature.signature())) {
            return Result.PASS;
        }
        return madeWith(rsa, signature.signature()) ? Result.HEADER_CHANGED : Result.WRONG_KEY;
    }

    private static boolean holds(String algorithm, PublicKey key, Octets signed, Octets signature)
            throws GeneralSecurityException {
        Signature check = Signature.getInstance(algorithm);
        check.initVerify(key);
        check.update(signed.toByteArray());
        try {
            return check.verify(signature.toByteArray());
        } catch (GeneralSecurityException ofAnotherLength) {
            return false;
        }
    }

    /// Whether the key turns the signature into something that was padded by its owner, whatever it is over.
    private static boolean madeWith(RSAPublicKey key, Octets signature) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        try {
            return cipher.doFinal(signature.toByteArray()).length > 0;
        } catch (GeneralSecurityException notPadded) {
            return false;
        }
    }

    /// A SubjectPublicKeyInfo, as everybody publishes it, or the bare RSAPublicKey that the text of RFC 6376
    /// §3.6.1 asks for.
    private static RSAPublicKey rsaKey(Octets der) throws GeneralSecurityException, IOException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        Octets encoded = bare(der).orElse(der);
        if (factory.generatePublic(new X509EncodedKeySpec(encoded.toByteArray())) instanceof RSAPublicKey rsa) {
            return rsa;
        }
        throw new GeneralSecurityException("no RSA key");
    }

    private static Optional<Octets> bare(Octets der) throws IOException {
        try {
            org.bouncycastle.asn1.pkcs.RSAPublicKey key =
                    org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(der.toByteArray());
            AlgorithmIdentifier rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
            return Optional.of(Octets.of(new SubjectPublicKeyInfo(rsa, key).getEncoded()));
        } catch (IllegalArgumentException anotherStructure) {
            return Optional.empty();
        }
    }
}
