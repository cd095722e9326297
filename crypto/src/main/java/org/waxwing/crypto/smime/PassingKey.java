package org.waxwing.crypto.smime;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import javax.crypto.KeyAgreement;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/// The sender's key of one message on one curve, thrown away with the message (RFC 5753 §3.1.1).
interface PassingKey {
    /// The public half as it travels.
    byte[] encoded();

    /// The secret that it has in common with this key. Fails with a `GeneralSecurityException` where the key
    /// is none on its curve.
    byte[] agree(SubjectPublicKeyInfo theirs) throws GeneralSecurityException;

    /// A fresh one.
    ///
    /// @param like a key of the kind that is to be agreed with
    static PassingKey like(SubjectPublicKeyInfo like, SecureRandom random) throws GeneralSecurityException {
        AlgorithmIdentifier algorithm = like.getAlgorithm();
        if (algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && algorithm.getParameters() instanceof ASN1ObjectIdentifier name) {
            X9ECParameters custom = CustomNamedCurves.getByOID(name);
            X9ECParameters curve = custom != null ? custom : ECNamedCurveTable.getByOID(name);
            if (curve != null && BigInteger.ONE.equals(curve.getH())) {
                return BlindedPassingKey.fresh(curve, random);
            }
        }
        PublicKey key = Platform.publicKey(like);
        return new OfThePlatform(Platform.keyPair(algorithm, key, random), algorithm);
    }

    /// Whose mathematics the platform has.
    record OfThePlatform(KeyPair own, AlgorithmIdentifier curve) implements PassingKey {
        @Override
        public byte[] encoded() {
            return SubjectPublicKeyInfo.getInstance(own.getPublic().getEncoded())
                    .getPublicKeyData()
                    .getBytes();
        }

        @Override
        public byte[] agree(SubjectPublicKeyInfo theirs) throws GeneralSecurityException {
            KeyAgreement agreement = Platform.agreement(CurveAgreement.name(curve.getAlgorithm()), own.getPrivate());
            agreement.init(own.getPrivate());
            Object _ = agreement.doPhase(Platform.publicKey(theirs), true);
            return agreement.generateSecret();
        }

        @Override
        public String toString() {
            return "PassingKey[redacted]";
        }
    }
}
