package org.waxwing.crypto.smime;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// How we sign with a key of a kind (RFC 8551 §2.2, RFC 8419 §3, RFC 9882 §3).
///
/// @param hash of the text
record SigningScheme(HashAlgorithm hash, AlgorithmIdentifier algorithm) {
    private static final String ML_DSA_44 = NISTObjectIdentifiers.id_ml_dsa_44.getId();
    private static final String ML_DSA_65 = NISTObjectIdentifiers.id_ml_dsa_65.getId();
    private static final String ML_DSA_87 = NISTObjectIdentifiers.id_ml_dsa_87.getId();

    static SigningScheme of(SubjectPublicKeyInfo key) throws NoSuchAlgorithmException {
        ASN1ObjectIdentifier kind = key.getAlgorithm().getAlgorithm();
        String name = kind.getId();
        if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return new SigningScheme(
                    HashAlgorithm.SHA256,
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE));
        }
        if (kind.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return pss();
        }
        if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return ecdsa(key);
        }
        if (kind.equals(EdECObjectIdentifiers.id_Ed25519)
                || name.equals(ML_DSA_44)
                || name.equals(ML_DSA_65)
                || name.equals(ML_DSA_87)) {
            return new SigningScheme(HashAlgorithm.SHA512, new AlgorithmIdentifier(kind));
        }
        throw new NoSuchAlgorithmException("a key of this kind doesn't sign");
    }

    /// RSASSA-PSS with SHA-256 and a salt as long as the hash (RFC 4056 §2.2).
    static SigningScheme pss() {
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(HashAlgorithm.SHA256.identifier(), DERNull.INSTANCE);
        RSASSAPSSparams parameters = new RSASSAPSSparams(
                sha256,
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256),
                new org.bouncycastle.asn1.ASN1Integer(32),
                RSASSAPSSparams.DEFAULT_TRAILER_FIELD);
        return new SigningScheme(
                HashAlgorithm.SHA256, new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, parameters));
    }

    private static SigningScheme ecdsa(SubjectPublicKeyInfo key) {
        Object curve = key.getAlgorithm().getParameters();
        if (SECObjectIdentifiers.secp384r1.equals(curve) || TeleTrusTObjectIdentifiers.brainpoolP384r1.equals(curve)) {
            return new SigningScheme(
                    HashAlgorithm.SHA384, new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384));
        }
        if (SECObjectIdentifiers.secp521r1.equals(curve) || TeleTrusTObjectIdentifiers.brainpoolP512r1.equals(curve)) {
            return new SigningScheme(
                    HashAlgorithm.SHA512, new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512));
        }
        return new SigningScheme(HashAlgorithm.SHA256, new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256));
    }

    byte[] sign(UnlockedIdentity signer, byte[] text) throws GeneralSecurityException {
        UnlockedKey key = signer.key();
        if (key.token().isPresent()) {
            return new TokenSigning(key.token().get(), signer.certificate().getSubjectPublicKeyInfo()).sign(this, text);
        }
        Signature machine = SignatureScheme.of(algorithm, hash).machine(key.key());
        machine.initSign(key.key());
        machine.update(text);
        return machine.sign();
    }
}
