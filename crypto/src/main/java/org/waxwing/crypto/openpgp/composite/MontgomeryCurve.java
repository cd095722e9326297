package org.waxwing.crypto.openpgp.composite;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc7748.X448;

/// The Diffie-Hellman half of a composite KEM (RFC 9980 §4.1.1). Points and scalars are encoded as
/// RFC 7748 §5 says and are of one length.
enum MontgomeryCurve {
    CURVE25519(32),
    CURVE448(56);

    private final int length;

    MontgomeryCurve(int length) {
        this.length = length;
    }

    int length() {
        return length;
    }

    byte[] newSecret(SecureRandom random) {
        byte[] secret = new byte[length];
        switch (this) {
            case CURVE25519 -> X25519.generatePrivateKey(random, secret);
            case CURVE448 -> X448.generatePrivateKey(random, secret);
        }
        return secret;
    }

    byte[] publicOf(byte[] secret) {
        byte[] point = new byte[length];
        switch (this) {
            case CURVE25519 -> X25519.generatePublicKey(secret, 0, point, 0);
            case CURVE448 -> X448.generatePublicKey(secret, 0, point, 0);
        }
        return point;
    }

    /// The shared coordinate; nothing where it is zero, as it is for every point of small order
    /// (RFC 7748 §6.1).
    Optional<byte[]> agree(byte[] secret, byte[] point) {
        byte[] shared = new byte[length];
        boolean agreed = switch (this) {
            case CURVE25519 -> X25519.calculateAgreement(secret, 0, point, 0, shared, 0);
            case CURVE448 -> X448.calculateAgreement(secret, 0, point, 0, shared, 0);
        };
        return agreed ? Optional.of(shared) : Optional.empty();
    }

    /// Whether agreements with the point come to something. Any scalar finds out, since each is a multiple
    /// of the cofactor.
    boolean isSound(byte[] point) {
        byte[] any = new byte[length];
        any[0] = 8;
        return agree(any, point).isPresent();
    }
}
