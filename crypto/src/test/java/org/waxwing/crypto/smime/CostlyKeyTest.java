package org.waxwing.crypto.smime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;

/// A key of DSA names the prime that is computed with, and the platform takes any: a signature under one of
/// 800,000 bits takes minutes, and no letter's time ends within.
class CostlyKeyTest {
    @Test
    void aPrimeOfManyBitsIsNoKeys() throws IOException, GeneralSecurityException {
        assertEquals("DSA", Platform.publicKey(dsa(3_072)).getAlgorithm());
        SubjectPublicKeyInfo costly = dsa(800_000);
        assertThrows(InvalidKeyException.class, () -> Platform.publicKey(costly));
    }

    private static SubjectPublicKeyInfo dsa(int bits) throws IOException {
        BigInteger p = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
        BigInteger q = BigInteger.ONE.shiftLeft(255).setBit(0);
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, new DSAParameter(p, q, BigInteger.TWO)),
                new ASN1Integer(BigInteger.valueOf(3)));
    }
}
