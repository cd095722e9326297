package org.waxwing.crypto.gnupg;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.waxwing.crypto.mime.Octets;

/// A curve by the object identifier in an OpenPGP key (RFC 9580 §9.2), with the numbers from which GnuPG
/// makes a keygrip.
///
/// @param kind how its points and secrets are written
/// @param generator the base point, uncompressed: 04, x, y
record Curve(
        String identifier, Kind kind, BigInteger p, BigInteger a, BigInteger b, Octets generator, BigInteger order) {

    /// How a curve is computed with.
    enum Kind {
        WEIERSTRASS,
        ED25519,
        X25519,
        /// A curve with 448 bits, of which OpenPGP v4 has no agreed form.
        OTHER
    }

    private static final List<String> WEIERSTRASS = List.of(
            "1.2.840.10045.3.1.7",
            "1.3.132.0.34",
            "1.3.132.0.35",
            "1.3.36.3.3.2.8.1.1.7",
            "1.3.36.3.3.2.8.1.1.11",
            "1.3.36.3.3.2.8.1.1.13",
            "1.3.132.0.10");
    private static final BigInteger P_25519 = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ORDER_25519 =
            hex("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed");
    private static final BigInteger P_448 = BigInteger.ONE
            .shiftLeft(448)
            .subtract(BigInteger.ONE.shiftLeft(224))
            .subtract(BigInteger.ONE);
    private static final BigInteger ORDER_448 = hex("3fffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            + "7cca23e9c44edb49aed63690216cc2728dc58f552378c292ab5844f3");

    private static final List<Curve> OTHERS = List.of(
            new Curve(
                    "1.3.6.1.4.1.11591.15.1",
                    Kind.ED25519,
                    P_25519,
                    BigInteger.ONE,
                    hex("2dfc9311d490018c7338bf8688861767ff8ff5b2bebe27548a14b235eca6874a"),
                    point(
                            "216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51a",
                            "6666666666666666666666666666666666666666666666666666666666666658"),
                    ORDER_25519),
            new Curve(
                    "1.3.6.1.4.1.3029.1.5.1",
                    Kind.X25519,
                    P_25519,
                    BigInteger.valueOf(121_665),
                    BigInteger.ONE,
                    point(
                            "0000000000000000000000000000000000000000000000000000000000000009",
                            "20ae19a1b8a086b4e01edd2c7748d14c923d4d7e6d7c61b229e9c5a27eced3d9"),
                    ORDER_25519),
            new Curve(
                    "1.3.101.111",
                    Kind.OTHER,
                    P_448,
                    BigInteger.valueOf(39_081),
                    BigInteger.ONE,
                    point(
                            "00000000000000000000000000000000000000000000000000000000"
                                    + "00000000000000000000000000000000000000000000000000000005",
                            "7d235d1295f5b1f66c98ab6e58326fcecbae5d34f55545d060f75dc2"
                                    + "8df3f6edb8027e2346430d211312c4b150677af76fd7223d457b5b1a"),
                    ORDER_448),
            new Curve(
                    "1.3.101.113",
                    Kind.OTHER,
                    P_448,
                    BigInteger.ONE,
                    P_448.subtract(BigInteger.valueOf(39_081)),
                    point(
                            "4f1970c66bed0ded221d15a622bf36da9e146570470f1767ea6de324"
                                    + "a3d3a46412ae1af72ab66511433b80e18b00938e2626a82bc70cc05e",
                            "693f46716eb6bc248876203756c9c7624bea73736ca3984087789c1e"
                                    + "05a0c2d73ad3ff1ce67c39c4fdbd132c4ed7c8ad9808795bf230fa14"),
                    ORDER_448));

    /// The curve with the encoded identifier (without tag and length), or nothing when it isn't known here.
    static Optional<Curve> byIdentifier(Octets encoded) {
        String identifier;
        try {
            identifier =
                    ASN1ObjectIdentifier.fromContents(encoded.toByteArray()).getId();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        return WEIERSTRASS.contains(identifier)
                ? Optional.of(weierstrass(identifier))
                : OTHERS.stream()
                        .filter(curve -> curve.identifier.equals(identifier))
                        .findFirst();
    }

    private static Curve weierstrass(String identifier) {
        X9ECParameters named = ECNamedCurveTable.getByOID(new ASN1ObjectIdentifier(identifier));
        return new Curve(
                identifier,
                Kind.WEIERSTRASS,
                named.getCurve().getField().getCharacteristic(),
                named.getCurve().getA().toBigInteger(),
                named.getCurve().getB().toBigInteger(),
                Octets.of(named.getG().getEncoded(false)),
                named.getN());
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }

    private static Octets point(String x, String y) {
        return Octets.of(HexFormat.of().parseHex("04" + x + y));
    }
}
