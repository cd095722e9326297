package org.waxwing.crypto.gnupg;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// The public numbers of one v4 key (RFC 9580 §5.5.2.2), as far as a GnuPG home may hold its secret.
sealed interface PublicPart {
    record Rsa(BigInteger n, BigInteger e) implements PublicPart {}

    record Dsa(BigInteger p, BigInteger q, BigInteger g, BigInteger y) implements PublicPart {}

    record Elgamal(BigInteger p, BigInteger g, BigInteger y) implements PublicPart {}

    /// ECDSA, ECDH and EdDSA in its first form.
    ///
    /// @param point as in the key, where a native point has 40 in front
    record OnCurve(Curve curve, Octets point) implements PublicPart {
        /// The point as the curve's own standard writes it.
        Octets nativePoint() {
            return curve.kind() != Curve.Kind.WEIERSTRASS && point.length() % 2 == 1
                    ? point.slice(1, point.length())
                    : point;
        }
    }

    /// The numbers in the body of a public key packet, or nothing when the version, algorithm or curve is
    /// none that a GnuPG home holds secrets of.
    static Optional<PublicPart> parse(Octets body) {
        if (body.length() < 6 || body.at(0) != 4) {
            return Optional.empty();
        }
        return switch (body.at(5)) {
            case 1, 2, 3 -> numbers(body, 6, 2).map(n -> new Rsa(n.get(0), n.get(1)));
            case 16, 20 -> numbers(body, 6, 3).map(n -> new Elgamal(n.get(0), n.get(1), n.get(2)));
            case 17 -> numbers(body, 6, 4).map(n -> new Dsa(n.get(0), n.get(1), n.get(2), n.get(3)));
            case 18, 19, 22 -> onCurve(body);
            default -> Optional.empty();
        };
    }

    private static Optional<PublicPart> onCurve(Octets body) {
        int identifier = body.length() > 6 ? body.at(6) : 0;
        int from = 7 + identifier;
        if (identifier == 0 || from > body.length()) {
            return Optional.empty();
        }
        Optional<Octets> point = number(body, from);
        return Curve.byIdentifier(body.slice(7, from)).flatMap(curve -> point.map(found -> new OnCurve(curve, found)));
    }

    private static Optional<List<BigInteger>> numbers(Octets body, int from, int count) {
        List<BigInteger> found = new ArrayList<>();
        int offset = from;
        for (int i = 0; i < count; i++) {
            Optional<Octets> next = number(body, offset);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            found.add(new BigInteger(1, next.get().toByteArray()));
            offset += 2 + next.get().length();
        }
        return Optional.of(found);
    }

    /// A multiprecision integer (RFC 9580 §3.2) without the two octets that count its bits, of at most
    /// 16,384 bits: what is larger would only cost time.
    private static Optional<Octets> number(Octets body, int from) {
        if (from + 2 > body.length()) {
            return Optional.empty();
        }
        int end = from + 2 + ((body.at(from) << 8 | body.at(from + 1)) + 7) / 8;
        return end <= body.length() && end - from <= 2 + 2_048
                ? Optional.of(body.slice(from + 2, end))
                : Optional.empty();
    }
}
