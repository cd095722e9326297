package org.waxwing.crypto.smime.identity;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.path.Bounds;

/// The number or point that a private key and its certificate have in common: computed from the private
/// key itself, never believed from beside it, so that a key can't be married to a certificate of another.
///
/// @param kind the field's name of the algorithm, such as "RSA" or "Ed25519"
record PublicHalf(String kind, Octets value) {
    /// More bits than anyone uses; beyond, the arithmetic takes too long.
    private static final int MOST_RSA_BITS = 16_384;

    static PublicHalf of(PrivateKeyInfo info) throws Refusal {
        try {
            return of(PrivateKeyFactory.createKey(info));
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException broken) {
            throw new Refusal(IdentityProblem.MALFORMED);
        }
    }

    static PublicHalf of(SubjectPublicKeyInfo info) throws Refusal {
        if (!Bounds.hold(info)) {
            throw new Refusal(IdentityProblem.UNSUPPORTED);
        }
        try {
            return ofPublic(PublicKeyFactory.createKey(info));
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException broken) {
            throw new Refusal(IdentityProblem.UNSUPPORTED);
        }
    }

    private static PublicHalf of(AsymmetricKeyParameter key) throws Refusal {
        return switch (key) {
            case RSAPrivateCrtKeyParameters rsa -> consistent(rsa);
            case ECPrivateKeyParameters ec ->
                point(ec.getParameters().getG().multiply(ec.getD()).normalize());
            case DSAPrivateKeyParameters dsa ->
                number(
                        "DSA",
                        dsa.getParameters()
                                .getG()
                                .modPow(dsa.getX(), dsa.getParameters().getP()));
            case Ed25519PrivateKeyParameters ed -> ofPublic(ed.generatePublicKey());
            case Ed448PrivateKeyParameters ed -> ofPublic(ed.generatePublicKey());
            case X25519PrivateKeyParameters x -> ofPublic(x.generatePublicKey());
            case X448PrivateKeyParameters x -> ofPublic(x.generatePublicKey());
            case MLDSAPrivateKeyParameters ml -> ofPublic(ml.getPublicKeyParameters());
            case MLKEMPrivateKeyParameters ml -> ofPublic(ml.getPublicKeyParameters());
            case AsymmetricKeyParameter _ -> throw new Refusal(IdentityProblem.UNSUPPORTED);
        };
    }

    private static PublicHalf ofPublic(AsymmetricKeyParameter key) throws Refusal {
        return switch (key) {
            case RSAKeyParameters rsa -> rsa(rsa.getModulus(), rsa.getExponent());
            case ECPublicKeyParameters ec -> point(ec.getQ().normalize());
            case DSAPublicKeyParameters dsa -> number("DSA", dsa.getY());
            case Ed25519PublicKeyParameters ed -> raw("Ed25519", ed.getEncoded());
            case Ed448PublicKeyParameters ed -> raw("Ed448", ed.getEncoded());
            case X25519PublicKeyParameters x -> raw("X25519", x.getEncoded());
            case X448PublicKeyParameters x -> raw("X448", x.getEncoded());
            case MLDSAPublicKeyParameters ml -> raw("ML-DSA", ml.getEncoded());
            case MLKEMPublicKeyParameters ml -> raw("ML-KEM", ml.getEncoded());
            case AsymmetricKeyParameter _ -> throw new Refusal(IdentityProblem.UNSUPPORTED);
        };
    }

    /// One wrong number of the eight in an RSA key gives the key away with its first signature (Boneh,
    /// DeMillo, Lipton 1997), so they must agree.
    private static PublicHalf consistent(RSAPrivateCrtKeyParameters rsa) throws Refusal {
        BigInteger p = rsa.getP();
        BigInteger q = rsa.getQ();
        BigInteger e = rsa.getPublicExponent();
        if (rsa.getModulus().bitLength() > MOST_RSA_BITS || e.bitLength() > 64) {
            throw new Refusal(IdentityProblem.TOO_LARGE);
        }
        BigInteger below = p.subtract(BigInteger.ONE);
        BigInteger belowQ = q.subtract(BigInteger.ONE);
        if (below.signum() <= 0
                || belowQ.signum() <= 0
                || !p.multiply(q).equals(rsa.getModulus())
                || !e.multiply(rsa.getDP()).mod(below).equals(BigInteger.ONE)
                || !e.multiply(rsa.getDQ()).mod(belowQ).equals(BigInteger.ONE)
                || !e.multiply(rsa.getExponent()).mod(below).equals(BigInteger.ONE)
                || !e.multiply(rsa.getExponent()).mod(belowQ).equals(BigInteger.ONE)
                || !q.multiply(rsa.getQInv()).mod(p).equals(BigInteger.ONE)) {
            throw new Refusal(IdentityProblem.KEY_MISMATCH);
        }
        return rsa(rsa.getModulus(), e);
    }

    private static PublicHalf rsa(BigInteger modulus, BigInteger exponent) {
        return raw(
                "RSA",
                (modulus.toString(16) + "/" + exponent.toString(16))
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static PublicHalf point(org.bouncycastle.math.ec.ECPoint point) {
        return raw("EC", point.getEncoded(false));
    }

    private static PublicHalf number(String kind, BigInteger number) {
        return raw(kind, number.toByteArray());
    }

    private static PublicHalf raw(String kind, byte[] value) {
        return new PublicHalf(kind, Octets.of(value));
    }
}
