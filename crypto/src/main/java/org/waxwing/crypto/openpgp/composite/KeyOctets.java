package org.waxwing.crypto.openpgp.composite;

import org.waxwing.crypto.mime.Octets;

/// The two halves of a fresh key pair, as they stand in key packets.
public record KeyOctets(Octets publicKey, Octets secretKey) {
    @Override
    public String toString() {
        return "KeyOctets[redacted]";
    }
}
