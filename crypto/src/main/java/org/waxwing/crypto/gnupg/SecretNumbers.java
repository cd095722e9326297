package org.waxwing.crypto.gnupg;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.waxwing.crypto.gnupg.SExpression.Node;
import org.waxwing.crypto.mime.Octets;

/// The secret numbers of one key in the order of OpenPGP (RFC 9580 §5.5.3), proven to fit the public ones.
///
/// @param inOrder RSA: d, p, q and the inverse of p modulo q; else the one secret number
record SecretNumbers(List<BigInteger> inOrder) {
    SecretNumbers {
        inOrder = List.copyOf(inOrder);
    }

    /// The numbers of an unprotected key, or nothing when one is missing or they don't fit.
    ///
    /// @param key the list that starts with the algorithm
    static Optional<SecretNumbers> of(Node key, PublicPart half) {
        List<String> names = switch (half) {
            case PublicPart.Rsa _ -> List.of("d", "p", "q");
            case PublicPart.Dsa _, PublicPart.Elgamal _ -> List.of("x");
            case PublicPart.OnCurve _ -> List.of("d");
        };
        List<BigInteger> numbers = new ArrayList<>();
        for (String name : names) {
            Optional<Octets> value = key.value(name);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(new BigInteger(1, withoutPrefix(value.get(), half).toByteArray()));
        }
        return of(numbers, half);
    }

    /// Some versions of GnuPG put before a secret of 32 octets the 40 that stands before its point.
    private static Octets withoutPrefix(Octets secret, PublicPart half) {
        boolean prefixed = half instanceof PublicPart.OnCurve onCurve
                && onCurve.curve().kind() != Curve.Kind.WEIERSTRASS
                && secret.length() == 33
                && secret.at(0) == 0x40;
        return prefixed ? secret.slice(1, 33) : secret;
    }

    /// The numbers, in the order of OpenPGP, or nothing when they don't fit.
    static Optional<SecretNumbers> of(List<BigInteger> numbers, PublicPart half) {
        boolean fits = switch (half) {
            case PublicPart.Rsa rsa -> numbers.size() >= 3 && fits(rsa, numbers);
            case PublicPart.Dsa dsa -> isLogarithm(numbers, dsa.p(), dsa.g(), dsa.y());
            case PublicPart.Elgamal(var p, var g, var y) -> isLogarithm(numbers, p, g, y);
            case PublicPart.OnCurve onCurve -> fits(onCurve, numbers.getFirst());
        };
        if (!fits) {
            return Optional.empty();
        }
        return Optional.of(
                half instanceof PublicPart.Rsa
                        ? new SecretNumbers(List.of(
                                numbers.get(0),
                                numbers.get(1),
                                numbers.get(2),
                                numbers.get(1).modInverse(numbers.get(2))))
                        : new SecretNumbers(numbers.subList(0, 1)));
    }

    private static boolean fits(PublicPart.Rsa half, List<BigInteger> numbers) {
        BigInteger d = numbers.get(0);
        BigInteger p = numbers.get(1);
        BigInteger q = numbers.get(2);
        return p.bitLength() > 1
                && q.bitLength() > 1
                && p.multiply(q).equals(half.n())
                && p.gcd(q).equals(BigInteger.ONE)
                && isInverse(d, half.e(), p)
                && isInverse(d, half.e(), q);
    }

    private static boolean isInverse(BigInteger d, BigInteger e, BigInteger prime) {
        return d.multiply(e).mod(prime.subtract(BigInteger.ONE)).equals(BigInteger.ONE);
    }

    private static boolean isLogarithm(List<BigInteger> numbers, BigInteger p, BigInteger g, BigInteger y) {
        BigInteger x = numbers.getFirst();
        return p.signum() > 0
                && x.signum() > 0
                && x.bitLength() <= p.bitLength()
                && g.modPow(x, p).equals(y);
    }

    private static boolean fits(PublicPart.OnCurve half, BigInteger secret) {
        Curve curve = half.curve();
        return switch (curve.kind()) {
            case WEIERSTRASS ->
                secret.signum() > 0
                        && secret.compareTo(curve.order()) < 0
                        && weierstrassPoint(curve, secret).equals(half.point());
            case ED25519 -> secret.bitLength() <= 256 && ed25519Point(secret).equals(half.nativePoint());
            case X25519 -> secret.bitLength() <= 256 && x25519Point(secret).equals(half.nativePoint());
            case OTHER -> false;
        };
    }

    private static Octets weierstrassPoint(Curve curve, BigInteger secret) {
        var generator = ECNamedCurveTable.getByOID(new ASN1ObjectIdentifier(curve.identifier()))
                .getG();
        return Octets.of(new FixedPointCombMultiplier()
                .multiply(generator, secret)
                .normalize()
                .getEncoded(false));
    }

    private static Octets ed25519Point(BigInteger seed) {
        byte[] point = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(fixed(seed, Ed25519.SECRET_KEY_SIZE), 0, point, 0);
        return Octets.of(point);
    }

    /// GnuPG writes the scalar with its highest octet first, RFC 7748 with its lowest.
    private static Octets x25519Point(BigInteger scalar) {
        byte[] highestFirst = fixed(scalar, X25519.SCALAR_SIZE);
        byte[] lowestFirst = new byte[X25519.SCALAR_SIZE];
        for (int i = 0; i < lowestFirst.length; i++) {
            lowestFirst[i] = highestFirst[lowestFirst.length - 1 - i];
        }
        byte[] point = new byte[X25519.POINT_SIZE];
        X25519.generatePublicKey(lowestFirst, 0, point, 0);
        return Octets.of(point);
    }

    private static byte[] fixed(BigInteger number, int length) {
        byte[] digits = Keygrip.unsigned(number);
        byte[] padded = new byte[length];
        System.arraycopy(digits, 0, padded, length - digits.length, digits.length);
        return padded;
    }

    @Override
    public String toString() {
        return "SecretNumbers[redacted]";
    }
}
