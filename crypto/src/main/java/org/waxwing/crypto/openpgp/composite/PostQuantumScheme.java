package org.waxwing.crypto.openpgp.composite;

import java.security.SecureRandom;
import org.waxwing.crypto.mime.Octets;

/// One algorithm of RFC 9980 §2.1: the lengths of its keys on the wire, and what holds for every one of
/// them. All fields of all algorithms have a fixed length.
public sealed interface PostQuantumScheme permits CompositeKem, PostQuantumSignature {
    /// The number on the wire, 30 to 36.
    int algorithm();

    /// The name that RFC 9980 §2.1 gives it.
    String title();

    /// In octets.
    int publicLength();

    /// In octets, without a checksum.
    int secretLength();

    /// Whether a key of this version may use it (RFC 9980 §3.5): all are for v6, one is for v4 subkeys too.
    boolean isAllowedIn(int keyVersion);

    /// Whether the octets are a public key that can be used: of the right length, coefficients in their
    /// range, points on which no agreement fails.
    boolean isSound(Octets publicKey);

    /// Whether the secret is that of the public key. A secret beside a foreign public key is how an
    /// attacker with access to a key file makes its owner betray it.
    boolean belong(Octets secretKey, Octets publicKey);

    KeyOctets generate(SecureRandom random);
}
