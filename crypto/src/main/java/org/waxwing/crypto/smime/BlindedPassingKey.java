package org.waxwing.crypto.smime;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/// A passing key on a curve of Weierstrass with cofactor 1 (SEC 1 §3.3.1). The platform's agreement
/// multiplies twice for each recipient, the second time to check an order that every point of such a curve
/// has; with a thousand recipients that is most of the work. Bouncy Castle multiplies once, in a time that
/// depends on the number, so the number is another one each time: the secret plus a random multiple of the
/// order. Keys that last never come here.
final class BlindedPassingKey implements PassingKey {
    private static final int BLINDING_BITS = 64;

    private final X9ECParameters curve;
    private final BigInteger secret;
    private final SecureRandom random;
    private final byte[] encoded;

    /// @param secret from 1 to the order less 1
    BlindedPassingKey(X9ECParameters curve, BigInteger secret, SecureRandom random) {
        this.curve = curve;
        this.secret = secret;
        this.random = random;
        this.encoded =
                new FixedPointCombMultiplier().multiply(curve.getG(), secret).getEncoded(false);
    }

    static BlindedPassingKey fresh(X9ECParameters curve, SecureRandom random) {
        BigInteger secret =
                BigIntegers.createRandomInRange(BigInteger.ONE, curve.getN().subtract(BigInteger.ONE), random);
        return new BlindedPassingKey(curve, secret, random);
    }

    @Override
    public byte[] encoded() {
        return encoded.clone();
    }

    @Override
    public byte[] agree(SubjectPublicKeyInfo theirs) throws GeneralSecurityException {
        try {
            // Decoding checks that the point is on the curve.
            ECPoint point =
                    curve.getCurve().decodePoint(theirs.getPublicKeyData().getOctets());
            BigInteger blinded =
                    new BigInteger(BLINDING_BITS, random).multiply(curve.getN()).add(secret);
            ECPoint common = point.multiply(blinded).normalize();
            if (common.isInfinity()) {
                throw new InvalidKeyException("no point that two keys could agree on");
            }
            return common.getAffineXCoord().getEncoded();
        } catch (IllegalArgumentException | IllegalStateException broken) {
            throw new InvalidKeyException("no point on the curve", broken);
        }
    }

    @Override
    public String toString() {
        return "PassingKey[redacted]";
    }
}
