package org.waxwing.crypto.openpgp.composite;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed448;

/// The EdDSA half of a composite signature (RFC 9980 §5.1.1): pure, with an empty context.
enum EdwardsCurve {
    ED25519(32, 64),
    ED448(57, 114);

    private static final byte[] NO_CONTEXT = new byte[0];

    private final int length;
    private final int signatureLength;

    EdwardsCurve(int length, int signatureLength) {
        this.length = length;
        this.signatureLength = signatureLength;
    }

    /// Of a public and of a secret key, in octets.
    int length() {
        return length;
    }

    int signatureLength() {
        return signatureLength;
    }

    byte[] newSecret(SecureRandom random) {
        byte[] secret = new byte[length];
        random.nextBytes(secret);
        return secret;
    }

    byte[] publicOf(byte[] secret) {
        byte[] point = new byte[length];
        switch (this) {
            case ED25519 -> Ed25519.generatePublicKey(secret, 0, point, 0);
            case ED448 -> Ed448.generatePublicKey(secret, 0, point, 0);
        }
        return point;
    }

    boolean isSound(byte[] point) {
        return switch (this) {
            case ED25519 -> Ed25519.validatePublicKeyPartial(point, 0);
            case ED448 -> Ed448.validatePublicKeyPartial(point, 0);
        };
    }

    byte[] sign(byte[] secret, byte[] digest) {
        byte[] signature = new byte[signatureLength];
        switch (this) {
            case ED25519 -> Ed25519.sign(secret, 0, digest, 0, digest.length, signature, 0);
            case ED448 -> Ed448.sign(secret, 0, NO_CONTEXT, digest, 0, digest.length, signature, 0);
        }
        return signature;
    }

    boolean verify(byte[] point, byte[] digest, byte[] signature) {
        return switch (this) {
            case ED25519 -> Ed25519.verify(signature, 0, point, 0, digest, 0, digest.length);
            case ED448 -> Ed448.verify(signature, 0, point, 0, NO_CONTEXT, digest, 0, digest.length);
        };
    }
}
